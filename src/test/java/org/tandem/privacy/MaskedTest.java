package org.tandem.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is masked and what stays, country by country; the numbers are made up or out of the states' own examples. */
class MaskedTest {

    /** What is personal stands between two strokes. */
    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '`', textBlock = """
        card number  ! card number: |4111/1111/1111/1111|
        card number  ! |4111, 1111, 1111, 1111| please
        card number  ! |4111:1111:1111:1111|
        card number  ! |4111*1111*1111*1111|
        card number  ! |4111·1111·1111·1111|
        card number  ! |4111_1111-1111 1111|
        card number  ! |4111\\n1111\\n1111\\n1111|
        card number  ! |٤١١١ ١١١١ ١١١١ ١١١١|
        card number  ! |４１１１－１１１１－１１１１－１１１１|
        card number  ! |4111−1111−1111−1111|
        card number  ! |3714 496353 98431|
        card number  ! card:|4111111111111111|, exp 12/27
        card number  ! 12/27,|4111 1111 1111 1111|
        card number  ! |4111-1111-1111-1111|-123
        card number  ! |4111 1111 1111 1111|(Visa)
        IBAN         ! |DE89,3704,0044,0532,0130,00|
        IBAN         ! |de89370400440532013000|
        IBAN         ! |DE89/3704/0044/0532/0130/00|
        IBAN         ! Please pay to |GB29 NWBK 6016 1331 9268 19| today.
        IBAN         ! IBAN|DE89 3704 0044 0532 0130 00|
        IBAN         ! IBAN:|NL91-ABNA-0417-1643-00|.
        IBAN         ! |DE89\\n3704\\n0044\\n0532\\n0130\\n00|
        e-mail address ! write to |john.doe @ gmail.com|
        e-mail address ! |john.doe@ gmail.com|
        e-mail address ! write |john (at) example (dot) org| now
        e-mail address ! |john[at]example[dot]org|
        e-mail address ! |john at example dot org|
        e-mail address ! |john {at} mail.example {dot} co {dot} uk|
        e-mail address ! |john (ät) beispiel (punkt) de|
        e-mail address ! |juan arroba ejemplo punto es|
        e-mail address ! |john.doe @ gmail . com|
        e-mail address ! https://shop.example/unsubscribe?email=|john.doe%40example.org|&id=4
        e-mail address ! https://shop.example/?e=|john.doe%2540example.org|
        e-mail address ! |john&#64;example.org|
        e-mail address ! mailto:|john.doe@example.org|?subject=Hi
        e-mail address ! Ada <|ada@example.org|>
        e-mail address ! |ada@münchen.example|
        e-mail address ! |ада@почта.рф|
        e-mail address ! write to |john.doe @gmail.com| please
        e-mail address ! |john.doe@gmail .com|
        e-mail address ! |john.doe@gmail,com|
        e-mail address ! |"john doe"@example.org|
        e-mail address ! |a.b+c_d-e@x-y.example.co.uk|.
        national id number ! NIE |X1234567L|
        national id number ! NIE |Y-1234567-X|
        national id number ! |Z 1234567 R|
        national id number ! dni |12345678-z|
        national id number ! DNI |12.345.678-Z|
        national id number ! personnummer |701063-2391|
        national id number ! personnummer |19701063-2391|
        national id number ! personnummer |7010632391|
        national id number ! |811228+9874|
        national id number ! |811228 - 9874|
        national id number ! Fødselsnummer |010190 12480|
        national id number ! CPR-nummer, cpr: |010190-1234|
        national id number ! hetu |131052-308T|
        national id number ! NIR |1 85 05 78 006 084 91|
        national id number ! |1.85.05.78.006.084.91|
        national id number ! sécu |185057800608491|
        national id number ! |1 85 05 2A 006 084 35|
        national id number ! BSN |111222333|
        national id number ! burgerservicenummer: |1112.22.333|
        national id number ! |85.07.30-033.28|
        national id number ! codice fiscale |RSSMRA85T10A562S|
        national id number ! cf |rss mra 85t10 a562s|
        national id number ! AHV |756.9217.0769.85|
        national id number ! SVNR |1237 010180|
        national id number ! PESEL |44051401359|
        national id number ! rodné číslo |736028/5163|
        national id number ! Steuer-ID |86 095 742 719|
        national id number ! RV-Nr. |15 070649 C 103|
        national id number ! NIF |123456789|
        national id number ! PPS |1234567T|
        national id number ! CPF |111.444.777-35|
        national id number ! cpf |11144477735|
        national id number ! Aadhaar |2341 2341 2346|
        national id number ! PAN |ABCPE1234F|
        national id number ! SIN |046 454 286|
        national id number ! NHS number |943 476 5919|
        national id number ! SSN |536904399|
        national id number ! ssn: |536.90.4399|
        national id number ! ITIN |912-70-1234|
        national id number ! NINO |AB 12 34 56 C|
        national id number ! |11010519491231002X|
        national id number ! passport number |123456789| is mine
        national id number ! Passport no: |C01X00T47|
        national id number ! my driving licence is |MORGA657054SM9IJ|
        national id number ! Führerschein |B072RRE2I55|
        national id number ! OIB |12345678903|
        national id number ! CNP: |1800101221144|
        national id number ! isikukood |37605030299|
        national id number ! cédula |1.020.304.050|
        national id number ! TFN |123 456 782|
        national id number ! СНИЛС |112-233-445 95|
        national id number ! 주민등록번호 |700101-1234567|
        national id number ! マイナンバー |123456789018|
        national id number ! |20-12345678-6|
        national id number ! |12.345.678-5|
        national id number ! |GODE561231GR8|
        national id number ! |A123456(3)|
        phone number ! ph: |4155552671|
        phone number ! contact no. |9876543210|
        phone number ! |+44_20_7946_0958|
        phone number ! teléfono |612345678|
        phone number ! Tel. |612345678|
        phone number ! Tel.: |91 123 45 67|
        phone number ! Mi móvil es |612 345 678|
        phone number ! tél. |06 12 34 56 78|
        phone number ! |06.12.34.56.78|
        phone number ! |0612345678|
        phone number ! Handy |0171 1234567|
        phone number ! Handynummer: |0171/1234567|
        phone number ! mobil |070-123 45 67|
        phone number ! Mobilnummer |0701234567|
        phone number ! cellulare |347 123 4567|
        phone number ! telemóvel |912 345 678|
        phone number ! gsm |0475 12 34 56|
        phone number ! mobiel: |06-12345678|
        phone number ! tlf |20 12 34 56| i Danmark
        phone number ! tlf. |41234567|
        phone number ! nr telefonu |512 345 678|
        phone number ! zadzwoń |512345678|
        phone number ! cep |0532 123 45 67|
        phone number ! тел. |8 912 345-67-89|
        phone number ! телефон |+7 912 345-67-89|
        phone number ! 电话 |13812345678|
        phone number ! 電話 |090-1234-5678|
        phone number ! WhatsApp |+46701234567|
        phone number ! https://wa.me/|46701234567|
        phone number ! call |+44 (0)20 7946 0958|
        phone number ! |00 46 70 123 45 67|
        phone number ! cell |415.555.2671|
        phone number ! |(415) 555-2671|
        phone number ! |+1-415-555-2671| ext
        phone number ! fax |020 7946 0958|
        phone number ! |+44•20•7946•0958|
        """)
    void whatIsPersonalIsMasked(String kind, String text) {
        var written = text.translateEscapes();
        var masked = written.replaceFirst("(?s)\\|.*\\|", "[" + kind + "]");

        assertThat(PersonalData.mask(written.replace("|", ""))).isEqualTo(VisibleText.of(masked));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Amazon 303-5678912-4567893 not arrived",
                "orders 302-1234567-1234567, 028-7654321-1234563 and 404-1111111-1111111",
                "0800-1800 and 09:00-17:00",
                "open 0900 - 1730, Sat 10.00-14.00",
                "24.11.2026 129,00 4711\n25.11.2026 1.129,00 4712\n26.11.2026 29,00 4713",
                "24.11.2026 129.00 4711 25.11.2026 29.00 4712",
                "between 2019-2024 and in 2024/2025",
                "2026-11-24T10:15:30Z and 24/11/2026 10:15",
                "I paid 1.234.567,89 EUR, 12,345,678.90 USD and 1 234 567 kr",
                "server 192.168.100.200, version 10.0.22631.4460, fe80::1ff:fe23:4567:890a",
                "tracking 1Z999AA10123456784 and 00340434161094042557",
                "tracking number 0123456789, order 4155552671",
                "please call me about order 4155552671",
                "Bestellung 0171234567 und Rechnungsnr. 2026-000123",
                "invoice INV-2026-000123, reference RF18 5390 0754 7035",
                "company 556036-0793, SE556036079301",
                "ISBN 978-3-16-148410-0 and EAN 4006381333931",
                "ISBN-10 0-306-40615-2, serial no. 0207 946 0958, part number 0207-946-0958",
                "my passport was sent on 24.11.2026, 2 passports",
                "12.345.678-6 has a wrong digit, 20-12345678-5 too",
                "size 42-44-46-48, 4x4x4, 3:2:1",
                "case TA-4827-1936",
                "meet me @ 5, or at 10.30",
                "thanks @john.doe for looking at the box",
                "I looked at example.org and at shop.example",
                "4711 4712 4713",
                "the number 123456789 and 12345678901",
                "DNI 12345678A has a wrong letter, NIE X1234567A too",
                "701063-2392 has a wrong digit",
                "1,2,3,4,5,6,7,8,9,10,11,12,13,14",
                "50% of 100 at 3.5% in 24 months: 1200.00 / 24 = 50.00",
                "geo 52.520008, 13.404954",
                "10\u00B2 EUR and 5\u00BD weeks"
            })
    void whatIsNotPersonalStays(String text) {
        assertThat(PersonalData.maskForPeople(text)).isEqualTo(text);
        assertThat(PersonalData.mask(text)).isEqualTo(VisibleText.of(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '`', textBlock = """
        10² EUR and 5½ weeks, mail robin@customer.example     ! 10² EUR and 5½ weeks, mail [e-mail address]
        ﬁne… ½ of №5, card ４１１１ １１１１ １１１１ １１１１ ™      ! ﬁne… ½ of №5, card [card ending 1111] ™
        re{00AD}fund to DE89 3704{200B} 0044 0532 0130 00 e{0301} ! re{00AD}fund to [IBAN ending 3000] e{0301}
        Ⅷ robin{200B}@customer.example ㎏                     ! Ⅷ [e-mail address] ㎏
        """)
    void aPersonReadsTheRestAsItWasWritten(String text, String masked) {
        assertThat(PersonalData.maskForPeople(TidyTextTest.characters(text)))
                .isEqualTo(TidyTextTest.characters(masked));
    }

    @Test
    void aPhoneNumberBelowAStatementIsMasked() {
        var statement = IntStream.range(0, 300)
                .mapToObj(i -> "24.11.2026 129,00 4711")
                .collect(Collectors.joining("\n", "", "\n"));

        assertThat(PersonalData.mask(statement + "My phone is +46 70 123 45 67"))
                .isEqualTo(statement + "My phone is [phone number]");
        assertThat(PersonalData.mask(statement.replace("\n", " ") + "My phone is +46 70 123 45 67"))
                .endsWith("My phone is [phone number]");
    }

    @Property
    void aTextWithoutFindingsComesBackAsItWas(@ForAll("plain") String text) {
        assertThat(PersonalData.maskForPeople(text)).isEqualTo(text);
    }

    @Property
    void whatStandsAroundAFindingComesBackAsItWas(@ForAll("plain") String before, @ForAll("plain") String after) {
        assertThat(PersonalData.maskForPeople(before + " card 4111 1111 1111 1111 or " + after))
                .isEqualTo(before + " card [card ending 1111] or " + after);
    }

    @Provide
    Arbitrary<String> plain() {
        return Arbitraries.of(
                        "10\u00B2 EUR",
                        "5\u00BD weeks",
                        "\uFB01ne\u2026",
                        "e\u0301",
                        "\uD83D\uDC69\u200D\uD83D\uDC67",
                        "\u00AD",
                        "\u200B",
                        "\u21165",
                        "\n",
                        "\t",
                        "\u0915\u094D\u200D\u0937",
                        "\u2163",
                        "a",
                        "B",
                        ",",
                        "[x]",
                        "\uD800",
                        "\u00A0",
                        "\u1100\u1161",
                        "\uFF21\uFF22",
                        "\u0000",
                        "\u202E")
                .list()
                .ofMaxSize(8)
                .map(pieces -> String.join(" ", pieces));
    }
}
