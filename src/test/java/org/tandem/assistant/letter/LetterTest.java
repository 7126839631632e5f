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
