package org.tandem.quality.audits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tandem.inquiry.InquiryId;
import org.tandem.quality.audits.Estimates.Estimate;
import org.tandem.quality.statistics.WeightedShare;
import org.tandem.testing.EmptyDatabase;

/** Sums of days say what the audits say one by one. */
@Execution(ExecutionMode.CONCURRENT)
class AuditDaysTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final LocalDate LAST = FIRST.plusDays(59);

    /** By topic and week, from each audit. */
    private static final String ONE_BY_ONE = """
            select topic, week, count(*) as answers, count(case when drawn then 1 end) as drawn,
                count(case when drawn and is_right is null and dropped_at is null then 1 end) as still_open,
                count(case when drawn then is_right end) as audits,
                coalesce(sum(case when drawn and is_right is not null then 1 / chance end), 0) as weights,
                coalesce(sum(case when drawn and is_right is not null then 1 / (chance * chance) end), 0) as squares,
                coalesce(sum(case when drawn and not is_right then 1 / chance end), 0) as wrong_weights,
                coalesce(sum(case when drawn and not is_right then 1 / (chance * chance) end), 0) as wrong_squares
            from (
                select coalesce(topic, '') as topic, (cast(floor(extract(epoch from answered_at) / 86400) as integer) + 3) / 7 as week,
                    drawn, is_right, dropped_at, chance
                from audit where answered_at >= :from and answered_at < :until) as answers
            group by topic, week
            """;

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void whateverWasDrawnReviewedAndDroppedTheSumsAreThoseOfTheAudits(String kind) throws IOException {
        var empty = empty(kind);
        var database = empty.client();
        var random = new Random(5);
        new TransactionTemplate(empty.transactions())
                .executeWithoutResult(status -> answer(new AuditTable(database), random));

        assertSame(database, FIRST, LAST);
        for (int i = 0; i < 5; i++) {
            var first = FIRST.plusDays(random.nextInt(40));
            assertSame(database, first, first.plusDays(random.nextInt(20)));
        }

        database.sql("""
                        update audit_day set drawn = 0, still_open = 0, audits = 0, weights = 0, squares = 0,
                            wrong_weights = 0, wrong_squares = 0
                        """).update();
        database.sql(asMigrated()).update();
        assertSame(database, FIRST, LAST);
    }

    /** The second waits for the first, and then has to see what that one has changed. */
    @ParameterizedTest
    @CsvSource({
        "H2, select count(*) from information_schema.sessions where blocker_id is not null",
        "PostgreSQL, select count(*) from pg_locks where not granted"
    })
    void twoReviewsAtTheSameTimeAreBothCounted(String kind, String waiting) {
        var empty = empty(kind);
        var table = new AuditTable(empty.client());
        var transaction = new TransactionTemplate(empty.transactions());
        var one = InquiryId.next();
        var other = InquiryId.next();
        var at = FIRST.atStartOfDay().toInstant(ZoneOffset.UTC);
        Stream.of(one, other).forEach(id -> answer(table, id, at, "refund", 0.05, true));

        var second = transaction.execute(status -> {
            table.reviewed(Audited.key(one), 1, true, true);
            var started = CompletableFuture.runAsync(
                    () -> transaction.executeWithoutResult(its -> table.reviewed(Audited.key(other), 1, true, true)));
            await().until(() -> empty.client().sql(waiting).query(Integer.class).single() > 0);
            return started;
        });
        Objects.requireNonNull(second).join();

        var estimate = new AuditEstimate(empty.client()).of(FIRST, FIRST).overall();
        assertThat(estimate.open()).isZero();
        assertThat(estimate.wrong().audits()).isEqualTo(2);
    }

    private static EmptyDatabase empty(String kind) {
        return kind.equals("H2") ? EmptyDatabase.h2() : EmptyDatabase.postgres();
    }

    private static String asMigrated() throws IOException {
        var statements = new ClassPathResource("db/migration/V33__audit_day_draws.sql")
                .getContentAsString(StandardCharsets.UTF_8)
                .split(";");
        return Stream.of(statements)
                .filter(statement -> statement.contains("update audit_day"))
                .findFirst()
                .orElseThrow();
    }

    private static void answer(AuditTable table, Random random) {
        for (int i = 0; i < 600; i++) {
            var id = new InquiryId(new UUID(random.nextLong(), random.nextLong()));
            var at = FIRST.atStartOfDay()
                    .toInstant(ZoneOffset.UTC)
                    .plus(Duration.ofSeconds(random.nextInt(60 * 86_400)));
            var topic = Stream.of("refund", "card", "").toList().get(random.nextInt(3));
            answer(
                    table,
                    id,
                    at,
                    topic.isEmpty() ? null : topic,
                    0.05 + 0.9 * random.nextDouble(),
                    random.nextBoolean());
            if (random.nextInt(3) > 0) {
                table.reviewed(Audited.key(id), 1, random.nextInt(4) > 0, false);
                table.reviewed(Audited.key(id), 2, random.nextBoolean(), true);
            } else if (random.nextBoolean()) {
                table.drop(id, Audited.NOON);
            }
        }
    }

    private static void answer(
            AuditTable table, InquiryId id, Instant at, @Nullable String topic, double chance, boolean drawn) {
        table.add(Audited.decided(id, "AI_ANSWER", "routine-confident", topic, 0.001));
        table.count(LocalDate.ofInstant(at, ZoneOffset.UTC), topic == null ? "" : topic, AnsweredBy.AI);
        table.draw(Audited.key(id), at, chance, drawn, false, false);
    }

    private static void assertSame(JdbcClient database, LocalDate first, LocalDate last) {
        var estimates = new AuditEstimate(database).of(first, last);
        assertThat(estimates.overall().answers()).isPositive();
        assertSame(estimates.byTopic(), oneByOne(database, first, last, Part::topic));
        assertSame(estimates.byWeek(), oneByOne(database, first, last, Part::monday));
    }

    private static <K> void assertSame(SortedMap<K, Estimate> sums, SortedMap<K, Estimate> oneByOne) {
        assertThat(sums.keySet()).isEqualTo(oneByOne.keySet());
        oneByOne.forEach((key, expected) -> assertThat(sums.get(key)).satisfies(sum -> {
            assertThat(sum.answers()).isEqualTo(expected.answers());
            assertThat(sum.drawn()).isEqualTo(expected.drawn());
            assertThat(sum.open()).isEqualTo(expected.open());
            assertThat(sum.wrong().audits()).isEqualTo(expected.wrong().audits());
            if (expected.wrong().audits() > 0) {
                var interval = expected.wrong().interval(0.95);
                assertThat(sum.wrong().estimate()).isCloseTo(expected.wrong().estimate(), within(1e-9));
                assertThat(sum.wrong().interval(0.95).lower()).isCloseTo(interval.lower(), within(1e-9));
                assertThat(sum.wrong().interval(0.95).upper()).isCloseTo(interval.upper(), within(1e-9));
            }
        }));
    }

    private record Part(String topic, LocalDate monday, Estimate estimate) {

        static Part of(ResultSet row, int number) throws SQLException {
            return new Part(
                    row.getString("topic"),
                    LocalDate.of(1969, 12, 29).plusWeeks(row.getLong("week")),
                    new Estimate(
                            row.getLong("answers"),
                            row.getLong("drawn"),
                            row.getLong("still_open"),
                            new WeightedShare(
                                    row.getLong("audits"),
                                    row.getDouble("weights"),
                                    row.getDouble("squares"),
                                    row.getDouble("wrong_weights"),
                                    row.getDouble("wrong_squares"))));
        }
    }

    private static <K> SortedMap<K, Estimate> oneByOne(
            JdbcClient database, LocalDate first, LocalDate last, Function<Part, K> key) {
        var sums = new TreeMap<K, Estimate>();
        database.sql(ONE_BY_ONE)
                .param("from", Timestamp.from(first.atStartOfDay().toInstant(ZoneOffset.UTC)))
                .param("until", Timestamp.from(last.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC)))
                .query(Part::of)
                .list()
                .forEach(part -> sums.merge(key.apply(part), part.estimate(), Estimate::plus));
        return sums;
    }
}
