package org.tandem.desk.pay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandem.desk.pay.PaidWork.Kind;

class RateCardTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private static final String SAMPLE = sample();
    private static final RateCards CARDS = new RateCards(read(SAMPLE));

    @ParameterizedTest
    @CsvSource({
        "ANSWER,,,2026-11-26T07:00,3.20 EUR,'answer, day'",
        "ANSWER,,,2026-11-26T17:59:59,3.20 EUR,'answer, day'",
        "ANSWER,,,2026-11-26T18:00,3.80 EUR,'answer, evening'",
        "ANSWER,,,2026-11-26T22:00,4.80 EUR,'answer, night'",
        "ANSWER,,,2026-11-27T06:59,4.80 EUR,'answer, night'",
        "ANSWER,,,2026-11-28T07:00,4.20 EUR,'answer, weekend'",
        "ANSWER,,,2026-11-30T06:59,4.80 EUR,'answer, night'",
        "ANSWER,,SV,2026-11-26T12:00,3.60 EUR,'answer in sv, day'",
        "ANSWER,,en,2026-11-26T12:00,3.20 EUR,'answer, day'",
        "ANSWER,care,sv,2026-11-26T12:00,5.50 EUR,'answer with care, day'",
        "ANSWER,payments,,2026-11-26T12:00,3.20 EUR,'answer, day'",
        "CALL_BACK,care,sv,2026-11-26T12:00,6.00 EUR,'call back, day'",
        "REVIEW,,,2026-11-26T19:00,1.40 EUR,'review, evening'",
        "ESCALATION,,,2026-11-29T19:00,9.80 EUR,'escalation, weekend'",
        "HAND_BACK,,,2026-11-26T19:00,1.40 EUR,'hand back, paid as a review, evening'"
    })
    void workIsWorthWhatTheRowForItsKindSkillLanguageAndTimeSays(
            Kind kind, @Nullable String skill, @Nullable String language, LocalDateTime at, String price, String row) {
        var work = new PaidWork(
                kind,
                skill == null ? Set.of() : Set.of(skill),
                language,
                at.atZone(STOCKHOLM).toInstant());

        assertThat(CARDS.price(work).amount()).hasToString(price);
        assertThat(CARDS.price(work).row()).isEqualTo(row);
        assertThat(CARDS.price(work).card()).isEqualTo("2026");
    }

    @Property(tries = 200)
    void thereIsAPriceAtEveryMoment(@ForAll @LongRange(min = 1_600_000_000, max = 2_600_000_000L) long second) {
        for (var kind : Kind.values()) {
            assertThat(CARDS.price(new PaidWork(kind, Set.of(), null, Instant.ofEpochSecond(second)))
                            .amount()
                            .minorUnits())
                    .isPositive();
        }
    }

    @Test
    void theHourThatComesTwiceAtTheEndOfSummerTimeIsPaidAsNightBothTimes() {
        for (var utc : List.of("2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z")) {
            assertThat(CARDS.price(new PaidWork(Kind.ANSWER, Set.of(), null, Instant.parse(utc)))
                            .row())
                    .isEqualTo("answer, night");
        }
    }

    @Test
    void theNextCardCountsFromTheFirstMinuteOfItsDayInItsZone() {
        var dearer = SAMPLE.replace("id: \"2026\"", "id: \"2027\"")
                .replace("2020-01-01", "2027-01-01")
                .replace("night: 4.80", "night: 5.00");
        var cards = new RateCards(read(dearer + SAMPLE.substring(SAMPLE.indexOf("- id"))));

        assertThat(priceAt(cards, "2026-12-31T22:59:59Z")).isEqualTo("4.80 EUR by 2026");
        assertThat(priceAt(cards, "2026-12-31T23:00:00Z")).isEqualTo("5.00 EUR by 2027");
    }

    @Test
    void workBeforeTheFirstCardIsNotPaidByAGuess() {
        assertThatThrownBy(() -> priceAt(CARDS, "2019-06-01T12:00:00Z"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("2019-06-01T12:00:00Z")
                .hasMessageContaining("2020-01-01");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "day: 3.20, evening: 3.80, | evening: 3.80, | prices 1 has no day: it needs an amount",
                "day: 3.20, | day: -3.20, | prices 1: day is -3.20, but it has to be an amount that is not negative",
                "day: 3.20, | day: 3.205, | day is wrong: 3.205 has more decimal places than EUR, which has 2",
                "day: 3.20, | day: 1000000.01, | day is 1000000.01, but it has to be at most 1000000.00 EUR",
                "amount: 0.60 | amount: 92233720368547758.07 | bonus: amount is 92233720368547758.07, but it has to be at most",
                "day: 3.20, | day: a lot, | day is a lot, but it has to be an amount",
                "day: 3.20, | day: 3.20, dusk: 1, | has a field \"dusk\"",
                "currency: EUR | currency: EUX | currency is EUX, but it has to be a code of ISO 4217",
                "currency: EUR | currency: XAU | currency is XAU, but it has to be a currency that people are paid in",
                "currency: EUR | currency: JPY | 3.20 has more decimal places than JPY, which has 0",
                "zone: Europe/Stockholm | zone: Europe/Stockhlm | zone is Europe/Stockhlm, but",
                "2020-01-01 | 2020-02-30 | valid-from is 2020-02-30, but it has to be a day",
                "days: MON-FRI, from: \"07:00\" | days: MON-THU, from: \"07:00\" | from Fri 07:00 on, no hours",
                "to: \"18:00\" | to: \"18:30\" | from Mon 18:00 on, two hours: day, evening",
                "to: \"18:00\" | to: \"6 pm\" | to is 6 pm, but it has to be a time such as 18:00",
                "days: MON-FRI | days: MON-FRY | days is MON-FRY, but it has to be days such as MON-FRI",
                "language: sv, | | has two rows for \"answer\"",
                "kind: review | kind: audit | kind is audit, but it has to be one of answer, call-back, review, escalation",
                "{kind: review, | {kind: escalation, skill: x, | no price for review without a skill and a language",
                "window: P7D | window: P0D | window is PT0S, but it has to be longer than nothing",
                "rating: 4 | rating: 6 | rating is 6, but it has to be a number from 1 to 5",
                "amount: 0.60 | amount: -1 | bonus: amount is -1, but",
                "id: \"2026\" | name: x | has no id"
            })
    void aCardThatSomethingIsWrongWithIsRefusedWithTheReason(String right, @Nullable String wrong, String reason) {
        assertThat(SAMPLE).contains(right);

        assertThatThrownBy(() ->
                        read(SAMPLE.replaceFirst(java.util.regex.Pattern.quote(right), wrong == null ? "" : wrong)))
                .asInstanceOf(type(RateCardsRefused.class))
                .extracting(refused -> String.join("\n", refused.flaws()))
                .asString()
                .contains(reason);
    }

    @Test
    void twoCardsForTheSameTimeAreRefused() {
        assertThatThrownBy(() -> read(SAMPLE + SAMPLE.replace("id: \"2026\"", "id: other")))
                .hasMessageContaining("begin at the same moment");
        assertThatThrownBy(() -> read(SAMPLE + SAMPLE.replace("2020-01-01", "2021-01-01")))
                .hasMessageContaining("Two rate cards have the id 2026");
    }

    @Test
    void aFileWithoutACardThatIsValidNowIsRefused(@TempDir Path folder) throws IOException {
        var file = folder.resolve("rates.yaml");
        Files.writeString(file, SAMPLE.replace("2020-01-01", "2999-01-01"));

        assertThat(RateCardCheck.flaws(file.toUri().toString()))
                .singleElement()
                .asString()
                .startsWith("Rate card 2026: valid-from is 2999-01-01, but the first card has to begin by now");
        assertThat(RateCardCheck.flaws(RateCardCheck.SAMPLE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"'' | no rate card", "'- [' | no YAML at line", "'a: 1' | no rate card"})
    void aFileThatIsNoListOfCardsIsRefused(String content, String reason) {
        assertThatThrownBy(() -> read(content)).hasMessageContaining(reason);
    }

    private static String priceAt(RateCards cards, String at) {
        var price = cards.price(new PaidWork(Kind.ANSWER, Set.of(), null, Instant.parse(at)));
        return "%s by %s".formatted(price.amount(), price.card());
    }

    private static List<RateCard> read(String yaml) {
        return RateCardReader.read("rate-cards.yaml", yaml.getBytes(UTF_8));
    }

    private static String sample() {
        try {
            return Files.readString(Path.of("src/main/resources/pay/rate-cards.yaml"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
