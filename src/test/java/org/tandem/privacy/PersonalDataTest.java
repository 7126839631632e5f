package org.tandem.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.time.api.Dates;
import org.apache.commons.validator.routines.IBANValidator;
import org.apache.commons.validator.routines.checkdigit.IBANCheckDigit;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;

class PersonalDataTest {

    private static final List<String> SEPARATORS =
            List.of("", "", " ", "-", "\u00a0", ".", " - ", "\u2013", "\u200b", "\n", "/", ", ", ":", "*", " | ", "_");

    @Property
    void everyCardNumberIsMaskedHoweverItIsSpaced(@ForAll("cards") String card) {
        assertThat(PersonalData.mask("My card is " + card + ", it was declined"))
                .isEqualTo("My card is [card number], it was declined");
    }

    @Property
    void everyIbanIsMaskedHoweverItIsSpaced(@ForAll("ibans") String iban) {
        assertThat(PersonalData.mask("Send it to " + iban + " please")).isEqualTo("Send it to [IBAN] please");
    }

    @Property
    void ordinaryNumbersStay(@ForAll("ordinary") String text) {
        assertThat(PersonalData.mask(text)).isEqualTo(text);
    }

    @Property
    void maskingAMaskedTextChangesNothing(@ForAll("anything") String text) {
        var masked = PersonalData.mask(text);
        var forPeople = PersonalData.maskForPeople(text);

        assertThat(PersonalData.mask(masked)).isEqualTo(masked);
        assertThat(PersonalData.maskForPeople(forPeople)).isEqualTo(forPeople);
    }

    @Property
    void aPersonCanTellOneCardFromAnother(@ForAll("cards") String card) {
        var digits = card.replaceAll("[^0-9]", "");

        assertThat(PersonalData.maskForPeople("card " + card))
                .isEqualTo("card [card ending " + digits.substring(digits.length() - 4) + "]");
    }

    @Example
    void otherPersonalDataIsMasked() {
        assertMasked("write to robin.o'neil+shop@mail.customer.example today", "write to [e-mail address] today");
        assertMasked("robin (at) customer.example", "[e-mail address]");
        assertMasked("robin [AT] customer.example", "[e-mail address]");
        assertMasked("robin@cust\u200bomer.example", "[e-mail address]");
        assertMasked("robin\uff20customer.example", "[e-mail address]");
        assertMasked("personnummer 811228\u200b-9874", "personnummer [national id number]");
        assertMasked("call +46 70 123 45 67 now", "call [phone number] now");
        assertMasked("my number (415) 555-2671.", "my number [phone number].");
        assertMasked("you reach me on 4155552671", "you reach me on [phone number]");
        assertMasked("ring 020 7946 0958", "ring [phone number]");
        assertMasked("SSN 536-90-4399", "SSN [national id number]");
        assertMasked("NINO QQ 12 34 56 C or AB123456C", "NINO QQ 12 34 56 C or [national id number]");
        assertMasked("Steuer-ID 86095742719", "Steuer-ID [national id number]");
        assertMasked("personnummer 811228-9874", "personnummer [national id number]");
        assertMasked("DNI 12345678Z", "DNI [national id number]");
        assertMasked("PESEL 44051401359", "PESEL [national id number]");
        assertMasked("codice RSSMRAUPA01H5LMX", "codice [national id number]");
    }

    @Example
    void aPersonReadsWhatWasWritten() {
        var text = "5\u00bd weeks\u2026 1\u00a0% of 10\u00b2 \ud83d\udc69\u200d\ud83d\udc67";

        assertThat(PersonalData.maskForPeople(text)).isEqualTo(text);
    }

    @Example
    void whatOnlyLooksLikeItStays() {
        assertStays("Case TA-1000-2000, order 4711, paid 19.99 on 2026-11-24 at 10:15");
        assertStays("the card 4111 1111 1111 1112 has a wrong digit");
        assertStays("DE89 3704 0044 0532 0130 03 has a wrong digit");
        assertStays("three payments of 1.234,56 in 30, 60 and 90 days");
        assertStays("meet me @ 5, or at 10.30");
    }

    @Example
    void aLongTextTakesNoTime() {
        assertStays("a".repeat(8_000));
        assertStays("1 ".repeat(4_000).strip());
        assertStays("a@".repeat(4_000));
        assertStays("AB12 ".repeat(1_600).strip());
    }

    @Provide
    Arbitrary<String> cards() {
        return Arbitraries.of("4", "51", "55", "2221", "34", "37", "6011", "65", "36", "3528", "62")
                .flatMap(prefix -> digits(lengthOf(prefix) - 1 - prefix.length())
                        .map(rest -> prefix + rest + checkDigit(prefix + rest)))
                .flatMap(PersonalDataTest::spaced);
    }

    @Provide
    Arbitrary<String> ibans() {
        return Arbitraries.of("DE:18n", "NL:4a10n", "GB:4a14n", "SE:20n", "FR:10n11c2n", "NO:11n", "ES:20n", "PL:24n")
                .flatMap(PersonalDataTest::iban)
                .filter(IBANValidator.DEFAULT_IBAN_VALIDATOR::isValid)
                .flatMap(PersonalDataTest::spaced);
    }

    @Provide
    Arbitrary<String> ordinary() {
        var order = Arbitraries.longs().between(1_000, 9_999_999_999L).map(number -> "order " + number);
        var amount = Arbitraries.integers()
                .between(1, 9_999_999)
                .map(cents -> "%,d.%02d EUR".formatted(cents / 100, cents % 100));
        var date = Dates.dates()
                .between(LocalDate.of(2020, 1, 1), LocalDate.of(2030, 12, 31))
                .flatMap(day -> Arbitraries.of(
                        day.toString(),
                        "%02d.%02d.%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear()),
                        "%d/%d/%d".formatted(day.getMonthValue(), day.getDayOfMonth(), day.getYear())));
        return Combinators.combine(order, amount, date)
                .as((number, money, day) -> "I paid %s for %s on %s, where is it?".formatted(money, number, day));
    }

    @Provide
    Arbitrary<String> anything() {
        var piece = Arbitraries.oneOf(
                cards(),
                ibans(),
                ordinary(),
                Arbitraries.of("robin@customer.example", "+46 70 123 45 67", "811228-9874", "[", "]", "at", "call "),
                Arbitraries.strings().withChars("0123456789 -+.@aZ[](),\n").ofMaxLength(30));
        return piece.list().ofMaxSize(6).map(pieces -> String.join(" ", pieces));
    }

    private static Arbitrary<String> iban(String form) {
        var country = form.substring(0, 2);
        Arbitrary<String> account = Arbitraries.just("");
        for (var part : form.substring(3).split("(?<=[nac])")) {
            int length = Integer.parseInt(part.substring(0, part.length() - 1));
            var characters = part.endsWith("n") ? digits(length) : letters(length);
            account = Combinators.combine(account, characters).as(String::concat);
        }
        return account.map(number -> country + ibanCheck(country, number) + number);
    }

    private static Arbitrary<String> digits(int length) {
        return Arbitraries.strings().numeric().ofLength(length);
    }

    private static Arbitrary<String> letters(int length) {
        return Arbitraries.strings().withCharRange('A', 'Z').ofLength(length);
    }

    private static Arbitrary<String> spaced(String number) {
        return Arbitraries.of(SEPARATORS).list().ofSize(number.length() - 1).map(separators -> {
            var result = new StringBuilder(number.substring(0, 1));
            for (int i = 1; i < number.length(); i++) {
                result.append(separators.get(i - 1)).append(number.charAt(i));
            }
            return result.toString();
        });
    }

    private static int lengthOf(String prefix) {
        return switch (prefix) {
            case "34", "37" -> 15;
            case "36" -> 14;
            case "62" -> 19;
            default -> 16;
        };
    }

    private static String checkDigit(String number) {
        try {
            return LuhnCheckDigit.LUHN_CHECK_DIGIT.calculate(number);
        } catch (org.apache.commons.validator.routines.checkdigit.CheckDigitException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String ibanCheck(String country, String number) {
        try {
            return IBANCheckDigit.IBAN_CHECK_DIGIT.calculate(country + "00" + number);
        } catch (org.apache.commons.validator.routines.checkdigit.CheckDigitException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static void assertMasked(String text, String masked) {
        assertThat(PersonalData.mask(text)).isEqualTo(masked);
    }

    private static void assertStays(String text) {
        assertMasked(text, text);
    }
}
