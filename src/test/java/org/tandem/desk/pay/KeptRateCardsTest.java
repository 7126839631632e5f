package org.tandem.desk.pay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.tandem.testing.EmptyDatabase;

/** What rate cards Tandem starts with, after starts with others. */
class KeptRateCardsTest {

    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    private static final String SAMPLE = sample();
    private static final String NEXT = card("2027", "2027-01-01");

    private EmptyDatabase database;

    @BeforeEach
    void aNewInstallation() {
        database = EmptyDatabase.h2();
    }

    @Test
    void whoeverStartsWithOthersReadsWhatIsWrongAndNoStackTrace() {
        var refused =
                new RateCardsRefused("pay/rate-cards.yaml", List.of("Rate card 2026 has begun.", "Another flaw."));

        assertThat(SpringFactoriesLoader.forDefaultResourceLocation()
                        .load(FailureAnalyzer.class, (type, name, failure) -> {}))
                .extracting(analyzer -> analyzer.analyze(new BeanCreationException("keptRateCards", "", refused)))
                .filteredOn(Objects::nonNull)
                .singleElement()
                .satisfies(analysis -> assertThat(analysis.getDescription())
                        .contains("pay/rate-cards.yaml", "- Rate card 2026 has begun.", "- Another flaw."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "valid-from: 2020-01-01 | valid-from: 2099-01-01 | validFrom=2020-01-01 | validFrom=2099-01-01",
                "valid-from: 2020-01-01 | valid-from: 2019-01-01 | validFrom=2020-01-01 | validFrom=2019-01-01",
                "day: 3.60 | day: 3.70 | language=sv, prices={day=3.60 EUR | language=sv, prices={day=3.70 EUR",
                "rating: 4 | rating: 3 | rating=4] | rating=3]"
            })
    void aCardThatHasBegunStaysAsItWas(String right, String wrong, String kept, String now) {
        assertThat(SAMPLE).contains(right);
        start(SAMPLE, NOW);

        assertThatThrownBy(() -> start(SAMPLE.replace(right, wrong), NOW))
                .asInstanceOf(type(RateCardsRefused.class))
                .extracting(refused -> String.join("\n", refused.flaws()))
                .asString()
                .startsWith("Rate card 2026 has begun and is not what it was: kept is \"")
                .contains(kept, now)
                .contains("Put it back as it was, and add a card with another id and a valid-from after today.");
        start(SAMPLE, NOW);
    }

    @Test
    void aCardThatHasBegunStaysInTheFile() {
        start(SAMPLE + old(), NOW);

        assertThatThrownBy(() -> start(SAMPLE, NOW))
                .hasMessageContaining("Rate card 2019 has begun and is not in the file: kept is \"RateCard[id=2019,"
                        + " validFrom=2019-01-01, zone=Europe/Stockholm")
                .hasMessageContaining("Put it back as it was");
    }

    @Test
    void aNewCardBeginsInTheFuture() {
        start(SAMPLE, NOW);

        assertThatThrownBy(() -> start(SAMPLE + card("2026-11", "2026-11-01"), NOW))
                .hasMessageContaining("Rate card 2026-11: valid-from is 2026-11-01, but a new card has to begin in the"
                        + " future, on 2026-11-28 or later");
        assertThatThrownBy(() -> start(SAMPLE + card("2026-11", "2026-11-27"), NOW))
                .hasMessageContaining("valid-from is 2026-11-27");
        start(SAMPLE + card("2026-11", "2026-11-28"), NOW);
    }

    @Test
    void aFirstStartTakesAllCardsAndEachFurtherOneTheSame() {
        start(SAMPLE + old() + NEXT, NOW);

        start(SAMPLE + old() + NEXT, NOW.plusSeconds(9));
    }

    @Test
    void aCardThatWasAnnouncedMayBeginWhileTandemRunsOrStandsStillAndStaysFromThenOn() {
        start(SAMPLE + NEXT, NOW);
        var later = Instant.parse("2027-01-05T12:00:00Z");

        start(SAMPLE + NEXT, later);

        assertThatThrownBy(() -> start(SAMPLE, later)).hasMessageContaining("Rate card 2027 has begun");
        assertThatThrownBy(() -> start(SAMPLE + NEXT.replace("2027-01-01", "2027-02-01"), later))
                .hasMessageContaining("Rate card 2027 has begun");
    }

    @Test
    void aCardThatHasNotBegunMayBeChangedOrWithdrawnButNotBackDated() {
        start(SAMPLE + NEXT, NOW);
        var dearer = NEXT.replace("2027-01-01", "2027-02-01").replace("3.20", "3.30");

        start(SAMPLE + dearer, NOW);
        assertThatThrownBy(() -> start(SAMPLE + NEXT.replace("2027-01-01", "2026-11-01"), NOW))
                .hasMessageContaining("Rate card 2027: valid-from is 2026-11-01");
        start(SAMPLE, NOW);
        start(SAMPLE, Instant.parse("2027-03-01T12:00:00Z"));
    }

    @Test
    void aCardByWhichWorkWasPaidIsNotNewAlthoughItWasNotKept() {
        start(SAMPLE, NOW);
        var at = Timestamp.from(NOW);
        database.client().sql("""
                        insert into pay_entry (id, entry_key, type, agent, minor_units, currency, card, price_row, at, booked_at,
                            reason, booked_by) values (?, 'one', 'EARNED', 'anna', 320, 'EUR', '2027', '', ?, ?, '', 'Tandem')
                        """).params(UUID.randomUUID(), at, at).update();

        start(SAMPLE + NEXT, Instant.parse("2027-01-05T12:00:00Z"));
    }

    @Test
    void itIsTheSameOnPostgres() {
        database = EmptyDatabase.postgres();
        start(SAMPLE + NEXT, NOW);
        start(SAMPLE + NEXT, NOW);

        assertThatThrownBy(() -> start(SAMPLE.replace("day: 3.20", "day: 3.30") + NEXT, NOW))
                .hasMessageContaining("Rate card 2026 has begun and is not what it was");
    }

    private void start(String file, Instant now) {
        var cards = new RateCards(RateCardReader.read("rate-cards.yaml", file.getBytes(UTF_8)));
        new KeptRateCards(database.client(), cards, Clock.fixed(now, ZoneOffset.UTC)).afterPropertiesSet();
    }

    private static String old() {
        return card("2019", "2019-01-01");
    }

    private static String card(String id, String validFrom) {
        return SAMPLE.substring(SAMPLE.indexOf("- id"))
                .replace("id: \"2026\"", "id: \"%s\"".formatted(id))
                .replace("2020-01-01", validFrom);
    }

    private static String sample() {
        try {
            return Files.readString(Path.of("src/main/resources/pay/rate-cards.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
