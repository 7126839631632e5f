package org.tandem.desk.pay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.support.TransactionTemplate;
import org.tandem.testing.EmptyDatabase;

class LedgerTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Month MARCH = Month.at(NOON, ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({
        "H2, select count(*) from information_schema.sessions where blocker_id is not null",
        "PostgreSQL, select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
    })
    void ofTwoWhoTakeBackAtOnceTheSecondSeesWhatTheFirstTook(String kind, String blocked) {
        var database = kind.equals("H2") ? EmptyDatabase.h2() : EmptyDatabase.postgres();
        var transaction = new TransactionTemplate(database.transactions());
        var ledger = new Ledger(database.client());
        ledger.add(entry(Entry.Type.EARNED, 500, null));

        var second = transaction.execute(first -> {
            assertThat(ledger.lockWorth("anna", MARCH, EUR)).hasToString("5.00 EUR");
            var waiting = CompletableFuture.supplyAsync(
                    () -> transaction.execute(other -> ledger.lockWorth("anna", MARCH, EUR)),
                    task -> Thread.ofVirtual().start(task));
            await().until(() -> database.client().sql(blocked).query(Long.class).single() > 0);
            ledger.add(entry(Entry.Type.CORRECTION, -500, MARCH));
            return waiting;
        });

        assertThat(second).isNotNull().succeedsWithin(Duration.ofSeconds(30)).isEqualTo(Money.zero(EUR));
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void aSumIsExactHoweverLargeItIs(String kind) {
        var database = kind.equals("H2") ? EmptyDatabase.h2() : EmptyDatabase.postgres();
        var ledger = new Ledger(database.client());
        ledger.add(entry(Entry.Type.EARNED, Long.MAX_VALUE, null));
        ledger.add(entry(Entry.Type.EARNED, Long.MAX_VALUE, null));

        assertThat(ledger.lockWorth("anna", MARCH, EUR)).hasToString("184467440737095516.14 EUR");
        assertThat(ledger.sums("anna", MARCH.begin(), MARCH.end()))
                .isEqualTo(ledger.sums(MARCH.begin(), MARCH.end()))
                .extracting(sum -> sum.total().toString())
                .containsExactly("184467440737095516.14 EUR");
        assertThat(ledger.sums("bo", MARCH.begin(), MARCH.end())).isEmpty();
    }

    private static Entry entry(Entry.Type type, long minorUnits, @Nullable Month period) {
        return new Entry(
                UUID.randomUUID(),
                type + ":" + UUID.randomUUID(),
                type,
                "anna",
                null,
                null,
                new Money(minorUnits, EUR),
                "",
                "",
                NOON,
                NOON,
                null,
                period == null ? null : period.toString(),
                "Because",
                "lea");
    }
}
