package org.tandem.assistant.letter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of a letter. A bar stands for a line break. */
class LetterTest {

    private static final String QUESTION = "Where is my refund?";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Where is my refund?|Best regards|Ada Example",
                "Where is my refund?||Kind regards,|Ada Example|Head of Purchasing|Example Timber Ltd|Tel. [phone"
                        + " number]",
                "Where is my refund?||Yours sincerely,||A. B. Example",
                "Where is my refund?|Cheers|ada",
                "Where is my refund? Thanks in advance!",
                "Where is my refund? Many thanks, Ada",
                "Where is my refund?||Many thanks in advance for your quick reply",
                "Where is my refund?||I look forward to hearing from you.||Ada Example",
                "Where is my refund?||-- |Ada Example|12 Mill Lane|York",
                "Where is my refund?||Ada Example|Tel. [phone number]",
                "Where is my refund?||Ada Example",
                "Where is my refund?||I remain, yours truly,|A. Example",
                "Where is my refund?||BR|Ada",
                "Where is my refund?||Regards,|Ada (she/her)|Northwind | Buyer | www.northwind.example",
                "Where is my refund?||Mit freundlichen Grüßen|Ada Beispiel",
                "Where is my refund?||Sent from my iPhone",
                "Where is my refund?|Get Outlook for Android",
                "Where is my refund?||Ada||This e-mail and its attachments may be confidential. If you are not the"
                        + " intended recipient, delete it.",
                "Where is my refund?||CONFIDENTIALITY NOTICE: it may contain legally privileged information.",
                "Where is my refund?||Please consider the environment before printing this e-mail.",
                "Where is my refund?||Med vänliga hälsningar|Ada Exempel",
                "Where is my refund?||Viele Grüße aus Hamburg|Ada",
                "Where is my refund?||Mit freundlichen Grüßen||i.A. Ada Beispiel",
                "Where is my refund?||Bien cordialement|Ada Exemple",
                "Where is my refund?||С уважением,|Ада",
                "Where is my refund?||Pozdrawiam|Ada",
                "Where is my refund?||Ystävällisin terveisin|Ada",
                "Where is my refund?||此致|敬礼",
                "Where is my refund?||Отправлено с iPhone",
                "Where is my refund? Cheers mate",
                "Where is my refund?|xx",
                "Where is my refund?||Warmly,|Ada",
                "Where is my refund?||Talk soon,|Ada",
                "Where is my refund?||Thank you for your time and consideration.|Ada",
                "Where is my refund?||~ Ada",
                "Where is my refund?||Ada Example (she/her)|Senior Engineer|Example Ltd.",
                "Where is my refund?||*Ada Example*|*Example Inc.*",
                "Where is my refund?||Regards,|Ada||Example Ltd, registered in England No. 1234567.",
                "Where is my refund?||Dit bericht is vertrouwelijk en bestemd voor de geadresseerde.",
                "Where is my refund?||This email has been checked for viruses by a program.|www.example.org",
            })
    void aSignatureIsNotWhatIsAsked(String letter) {
        assertThat(body(letter)).isEqualTo(QUESTION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dear Sir or Madam,||Where is my refund?",
                "Hi there! Where is my refund?",
                "Good morning, Where is my refund?",
                "To whom it may concern:|Where is my refund?",
                "Hello Alderpay team,|I hope this message finds you well. Where is my refund?",
                "Hi,||just a quick question. Where is my refund?",
                "Hiya, quick question: Where is my refund?",
                "Sehr geehrte Damen und Herren,||Where is my refund?",
                "Bonjour,||Where is my refund?",
                "Evening all, Where is my refund?",
            })
    void aGreetingIsNotWhatIsAsked(String letter) {
        assertThat(body(letter)).isEqualTo(QUESTION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Where is my refund?||> How do I freeze my card?",
                "> We sent you a code.|> Kind regards||Where is my refund?",
                "Where is my refund?||On Mon, 3 Nov 2026 at 10:14, Alderpay <help@alderpay.example> wrote:|> Call us",
                "Where is my refund?||On Monday, 3 November 2026 at 10:14,|Alderpay"
                        + " <help@alderpay.example>|wrote:||How do I freeze my card?",
                "Where is my refund?||-----Original Message-----|From: Alderpay|How do I freeze my card?",
                "Where is my refund?||---------- Forwarded message ---------|From: Alderpay|How do I freeze my card?",
                "Where is my refund?||________________________________|From: Alderpay|Sent: Monday|To: Ada|Subject:"
                        + " Card||Frozen",
                "Where is my refund?||Von: Alderpay|Gesendet: Montag|An: Ada|Betreff: Karte||Gesperrt",
                "Where is my refund?||Am 03.11.2026 um 10:14 schrieb Alderpay <hilfe@alderpay.example>:|> Guten Tag",
                "Where is my refund?||Le lun. 3 nov. 2026 à 10:14, Alderpay <aide@alderpay.example> a écrit :|>"
                        + " Bonjour",
                "Where is my refund?||El lun, 3 nov 2026 a las 10:14, Alderpay escribió:|> Hola",
                "Where is my refund?||Il giorno lun 3 nov 2026 alle ore 10:14 Alderpay ha scritto:|> Ciao",
                "Where is my refund?||Op ma 3 nov 2026 om 10:14 schreef Alderpay:|> Dag",
                "Where is my refund?||Begin forwarded message:||How do I freeze my card?",
                "Where is my refund?||pon., 3 lis 2026 o 10:14 Alderpay <[e-mail address]> napisał(a):|> Dzień dobry",
                "Where is my refund?||пн, 3 нояб. 2026 г. в 10:14, Alderpay <help@alderpay.example>:|Call us",
                "Where is my refund?|3 ноября 2026 г., 10:14, Alderpay написал(а):|Call us",
                "Where is my refund?||3 Kas 2026 Pzt 10:14 tarihinde Alderpay <help@alderpay.example> şunları yazdı:|Call us",
                "Where is my refund?||2026年11月3日(月) 10:14 Alderpay <[e-mail address]>:|Call us",
                "Where is my refund?||Alderpay <help@alderpay.example> wrote on 03.11.2026 10:14:||Call us",
                "Where is my refund?||---- On Tue, 3 Nov 2026 10:14:00 +0100 Alderpay <[e-mail address]> wrote ---|Call us",
                "Where is my refund?||##- Please type your reply above this line -##||How do I freeze my card?",
            })
    void aQuotationIsNotWhatIsAsked(String letter) {
        assertThat(body(letter)).isEqualTo(QUESTION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Where is my refund? I say no thanks to vouchers",
                "Best regards|Ada||PS: please call me back",
                "Where is my refund?|Thanks|please call me",
                "Where is my refund?||How do I freeze my card?",
                "On Monday your colleague wrote: it is on its way. Where is it?",
                "I received this e-mail in error, it is confidential and intended for somebody else. What do I do?",
                "First line|Second line",
                "Can you send my regards to the team and the refund to my bank?",
                "I'd like to say thanks to your colleague",
                "From: London I want to pay in euros",
                "My best friend uses you",
                "human please",
                "My parcel came.||Wrong size|Ada",
                "I wrote to you on 3 Nov 2026:|my parcel has not come.",
                "Please ring ada@example.org at 10:30: she is at home then",
            })
    void whatTheWriterSaysStays(String letter) {
        assertThat(body(letter)).isEqualTo(letter.replace('|', '\n'));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Automatic reply: Where is my refund?",
                "Out of Office: Re: Your refund|I am away",
                "I am currently out of the office and will reply on 5 January.",
                "Abwesenheitsnotiz: Ich bin im Urlaub",
                "Réponse automatique : absent",
                "Respuesta automática: fuera de la oficina",
                "Undelivered Mail Returned to Sender",
                "Delivery Status Notification (Failure)",
                "This is an automatically generated message, please do not reply.",
                "I'm currently away with limited access to email. For urgent matters call Ada.",
                "I am on parental leave until March. Please contact my colleague Ben in the meantime.",
                "I no longer work for Example Ltd. Please contact info@example.org.",
                "Ich bin bis zum 30.11. nicht im Büro und lese meine E-Mails nicht.",
                "Je suis absent du bureau jusqu'au 30 novembre.",
                "We have received your request (12345) and a member of our staff will review it shortly.",
                "Accepted: Team meeting @ Mon 23 Nov 2026",
                "OOO: back Monday",
            })
    void automaticMailSaysNothing(String mail) {
        var letter = Letter.of(mail.replace('|', '\n'));

        assertThat(letter.isAutomatic()).isTrue();
        assertThat(letter.saysSomething()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I am out of the office until Monday, will you reply by then? Where is my refund?",
                "I keep getting an automatic reply from you, where is my refund",
                "The automatic payment failed",
                "I no longer work for Example Ltd and cannot pay, please contact me",
                "We are on holiday in Spain and my card was declined",
                "I'm on holiday until the 12th, can I pay later?",
                "delivery failed twice, where is my parcel",
                "Delivery to my house failed, where is it now",
                "Undelivered parcel, do I pay?",
                "I got a mail that was undeliverable, did you change the address?",
            })
    void aCustomerWhoSpeaksOfAutomaticMailIsHeard(String text) {
        assertThat(Letter.of(text).isAutomatic()).isFalse();
    }

    @Test
    void tellsWhatItDisregarded() {
        var letter = Letter.of("Hello,\nwhere is it?\n\nBest regards\nAda\n\n> quoted");

        assertThat(letter.asides())
                .containsOnlyKeys(Letter.Aside.GREETING, Letter.Aside.SIGNATURE, Letter.Aside.QUOTATION);
    }

    @Test
    void aGreetingAloneIsForUs() {
        assertThat(Letter.of("Hello,").body()).isEqualTo("Hello,");
        assertThat(Letter.of("Thanks!\n\n> How do I freeze my card?").body()).isEqualTo("Thanks!");
    }

    private static String body(String letter) {
        return Letter.of(letter.replace('|', '\n')).body();
    }
}
