package org.tandem.quality.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.mockito.Mockito.mock;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.tandem.inquiry.HandOverReason;
import org.tandem.inquiry.InquiryId;
import org.tandem.inquiry.Similarity;
import org.tandem.quality.QualityEvent.Truth;
import org.tandem.testing.PostgresCluster;
import org.tandem.testing.TablesInMemory;

@Execution(ExecutionMode.CONCURRENT)
class CountingTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");
    private static final Scope ALL = new Scope(DAY, DAY, null);
    private static final long DAYS = 86_400;

    private final DataSource database = h2();

    @Test
    void whatIsHeardTwiceAndInAnyOrderCountsOnceAndTheSame() {
        var told = new ArrayList<>(story());
        note(database, told);
        count(database, NOON.plus(Duration.ofDays(10)));

        var other = h2();
        var shuffled = new ArrayList<>(told);
        Collections.shuffle(shuffled, new Random(7));
        for (var happening : shuffled) {
            note(other, List.of(happening));
            count(other, NOON);
        }
        note(other, told);
        count(other, NOON.plus(Duration.ofDays(10)));

        assertThat(rows(other)).isEqualTo(rows(database)).hasSize(5);
        assertThat(sums(other)).isEqualTo(sums(database)).isNotEmpty();
    }

    @Test
    void theNumbersAreThoseOfTheHand() {
        note(database, story());
        count(database, NOON.plus(Duration.ofDays(10)));

        var sides = Objects.requireNonNull(numbers().stretches(ALL, 1).get(DAY));

        var all = sides.of(Side.ALL);
        assertThat(all.count(Count.CASES)).isEqualTo(5);
        assertThat(all.count(Count.AUTOMATED)).isEqualTo(2);
        assertThat(all.count(Count.REQUESTED)).isEqualTo(1);
        assertThat(all.times().personWait().percentile(0.5)).isEqualTo(200);
        var ai = sides.of(Side.AI);
        assertThat(ai.count(Count.CASES)).isEqualTo(3);
        assertThat(ai.count(Count.SETTLED)).isEqualTo(3);
        assertThat(ai.count(Count.CAME_BACK)).isEqualTo(1);
        assertThat(ai.count(Count.RESOLVED)).isEqualTo(2);
        assertThat(ai.times().firstResponse().percentile(0.5)).isEqualTo(4);
        assertThat(ai.times().resolution().count()).isEqualTo(2);
        assertThat(ai.satisfaction().ofAnswers().estimate()).isEqualTo(0.5);
        assertThat(ai.aiCost()).isEqualByComparingTo("1.5"); // three attempts, half a cent each
        assertThat(ai.humanCost()).isEqualByComparingTo("100"); // 200 seconds at 18.00 an hour
        assertThat(ai.audited().estimate()).isCloseTo(10.0 / 30, within(1e-9)); // 1/0.1 of 1/0.1 + 1/0.05
        var people = sides.of(Side.PEOPLE);
        assertThat(people.count(Count.CASES)).isEqualTo(1);
        assertThat(people.times().firstResponse().percentile(0.5)).isCloseTo(600, withinPercentage(1));
        assertThat(people.humanCost()).isEqualByComparingTo("180"); // no more than six minutes
        assertThat(people.count(Count.AUDITED_WRONG)).isEqualTo(1);
        assertThat(people.audited().estimate()).isEqualTo(1);
        assertThat(people.audited().weights()).isEqualTo(50);
        assertThat(sides.of(Side.HELD_OUT).count(Count.CASES)).isZero();
        assertThat(numbers().reasons(ALL))
                .containsExactly(
                        new CaseNumbers.Reason("CUSTOMER_ASKED", 1), new CaseNumbers.Reason("GATE: too-risky", 1));
        assertThat(numbers().risks(ALL)).extracting(RiskStep::cases).containsExactly(2L, 1L, 1L);
        assertThat(numbers().risks(ALL)).extracting(RiskStep::wrong).containsExactly(1L, 0L, 0L);
    }

    @Test
    void everyNumberHasAsManyCasesInItsList() {
        note(database, story());
        count(database, NOON.plus(Duration.ofDays(10)));

        var day = Objects.requireNonNull(numbers().stretches(ALL, 1).get(DAY));
        for (var side : Side.values()) {
            for (var count : Count.values()) {
                var wanted = new CaseList.Wanted(ALL, side, count, null);
                var listed = new HashSet<UUID>();
                cases().each(wanted, row -> listed.add(row.id()));
                assertThat(listed)
                        .as("%s of %s", count, side)
                        .hasSize((int) numbers().count(wanted))
                        .hasSize((int) day.of(side).count(count));
                assertThat(cases().page(wanted, 0, 50))
                        .extracting(CaseRow::id)
                        .containsExactlyInAnyOrderElementsOf(listed);
            }
        }
        var asked = new CaseList.Wanted(new Scope(DAY, DAY, "refund"), Side.ALL, Count.CASES, "CUSTOMER_ASKED");
        assertThat(cases().page(asked, 0, 50))
                .hasSize((int) numbers().count(asked))
                .hasSize(1);
    }

    @Test
    void aResolutionIsCertainOnceItsCustomerHasStayedAwayForSevenDays() {
        note(database, new Told(NOON).answeredByAi(5).resolved(100).all);

        count(database, NOON.plus(Duration.ofDays(7)));
        assertThat(ofDay().count(Count.SETTLED)).isZero();
        assertThat(ofDay().times().resolution().count()).isEqualTo(1);

        count(database, NOON.plus(Duration.ofDays(7)).plusSeconds(100));
        assertThat(ofDay().count(Count.SETTLED)).isEqualTo(1);
        assertThat(ofDay().count(Count.RESOLVED)).isEqualTo(1);
    }

    @Test
    void whoeverWasNotAskedForARatingHasNotLeftOneOut() {
        note(database, new Told(NOON).answeredByAi(5).resolved(100).all);
        note(database, new Told(NOON).answeredByAi(5).resolvedWithoutAsking(100).all);

        count(database, NOON.plus(Duration.ofDays(9)));

        assertThat(ofDay().count(Count.RESOLVED)).isEqualTo(2);
        assertThat(ofDay().count(Count.ASKED)).isEqualTo(1);
    }

    @Test
    void anAnswerThatIsLookedAtOnlyForItsLowRatingStandsForNoOther() {
        note(database, new Told(NOON).answeredByAi(5).audited(false, 0.1, 50).all);
        note(database, new Told(NOON).answeredByAi(5).rated(1, 20).lookedAtForItsLowRating(true, 50).all);

        count(database, NOON.plus(Duration.ofDays(9)));

        assertThat(ofDay().audited().audits()).isEqualTo(1);
        assertThat(ofDay().audited().estimate()).isZero();
    }

    @Test
    void whoComesBackAfterThatHasNotReopenedIt() {
        note(database, new Told(NOON).answeredByAi(5).resolved(100).wrote(100 + 7 * DAYS).all);

        count(database, NOON.plus(Duration.ofDays(9)));

        assertThat(ofDay().count(Count.RESOLVED)).isEqualTo(1);
    }

    @Test
    void whoAsksTheSameAgainWithinSevenDaysCountsAgainstTheEarlierAnswer() {
        var again = new Told(NOON).answeredByAi(5).resolved(100);
        note(database, again.contactedAgain(InquiryId.next(), Similarity.SAME_TOPIC, 3 * DAYS).all);
        var late = new Told(NOON).answeredByAi(5).resolved(100);
        note(database, late.contactedAgain(InquiryId.next(), Similarity.SAME_TOPIC, 8 * DAYS).all);
        var other = InquiryId.next();
        var mistaken = new Told(NOON).answeredByAi(5).resolved(100);
        note(database, mistaken.contactedAgain(other, Similarity.SIMILAR_TOPIC, 3 * DAYS).all);
        note(database, mistaken.contactedAgain(other, Similarity.OTHER_TOPIC, 3 * DAYS + 1).all);

        count(database, NOON.plus(Duration.ofDays(10)));

        assertThat(ofDay().count(Count.REPEATED)).isEqualTo(1);
        assertThat(ofDay().count(Count.RESOLVED)).isEqualTo(2);
        assertThat(ofDay().times().resolution().count()).isEqualTo(2);
    }

    @Test
    void postgresCountsTheSame() {
        PostgresCluster.shared();
        var postgres = new PGSimpleDataSource();
        postgres.setUrl(PostgresCluster.shared().newDatabase());
        postgres.setUser(PostgresCluster.USER);
        postgres.setPassword(PostgresCluster.PASSWORD);
        Flyway.configure().dataSource(postgres).load().migrate();
        var told = story();
        for (var source : List.of(database, postgres)) {
            note(source, told);
            count(source, NOON);
            count(source, NOON.plus(Duration.ofDays(10)));
        }

        assertThat(rows(postgres)).isEqualTo(rows(database));
        assertThat(sums(postgres)).isEqualTo(sums(database));
        var listed = new ArrayList<UUID>();
        var wanted = new CaseList.Wanted(ALL, Side.AI, Count.CASES, null);
        new CaseList(JdbcClient.create(postgres)).each(wanted, row -> listed.add(row.id()));
        assertThat(listed).hasSize(3);
        var fromPostgres = new CaseNumbers(JdbcClient.create(postgres));
        assertThat(fromPostgres.risks(ALL)).isEqualTo(numbers().risks(ALL));
        assertThat(fromPostgres.topics()).isEqualTo(numbers().topics());
    }

    /** Two automated, one that a person had to finish and whose customer came back, one a person's, one that nobody has answered. */
    private static List<Happening> story() {
        var all = new ArrayList<Happening>();
        all.addAll(new Told(NOON)
                .decided("AI_ANSWER", "routine", "refund", 0.02, 3)
                .answeredByAi(4)
                .resolved(60)
                .rated(5, 70)
                .audited(false, 0.05, 100)
                .held(Truth.RIGHT, 100)
                .all);
        all.addAll(new Told(NOON.plusSeconds(1))
                .decided("AI_ANSWER", "routine", "refund", 0.03, 3)
                .answeredByAi(4)
                .resolved(65)
                .audited(true, 0.1, 100)
                .held(Truth.WRONG, 100)
                .all);
        all.addAll(new Told(NOON.plusSeconds(2))
                .decided("AI_ANSWER", "routine", "refund", 0.31, 3)
                .answeredByAi(6)
                .personRequested(100)
                .handedOver(HandOverReason.CUSTOMER_ASKED, 100)
                .answeredByPerson(300)
                .personAudited(true, 0.02, 310) // not the first answer
                .resolved(400)
                .rated(2, 450)
                .wrote(500)
                .all);
        all.addAll(new Told(NOON.plusSeconds(3))
                .decided("PERSON_WITH_DRAFT", "too-risky", "card", 0.9, 3)
                .handedOver(HandOverReason.GATE, 4)
                .answeredByPerson(600)
                .personAudited(true, 0.02, 650)
                .resolved(700)
                .all);
        all.addAll(new Told(NOON.plusSeconds(4)).all);
        return all;
    }

    private static DataSource h2() {
        return TablesInMemory.create();
    }

    private static Ledger ledger(DataSource source) {
        return new Ledger(
                JdbcClient.create(source),
                JsonMapper.builder().addModule(new JavaTimeModule()).build());
    }

    private static void note(DataSource source, List<Happening> told) {
        told.forEach(ledger(source)::note);
    }

    private static void count(DataSource source, Instant now) {
        var settings = new NumbersSettings(
                Currency.getInstance("EUR"), new BigDecimal(1_800), new BigDecimal("0.5"), Duration.ofMinutes(6));
        var client = JdbcClient.create(source);
        new Counter(
                        ledger(source),
                        new CaseTable(client, settings),
                        new Days(source),
                        mock(OlderCases.class),
                        client,
                        new JdbcTransactionManager(source),
                        Clock.fixed(now, ZoneOffset.UTC))
                .count();
    }

    private CaseNumbers numbers() {
        return new CaseNumbers(JdbcClient.create(database));
    }

    private CaseList cases() {
        return new CaseList(JdbcClient.create(database));
    }

    private Sums ofDay() {
        return Objects.requireNonNull(numbers().stretches(ALL, 1).get(DAY)).of(Side.AI);
    }

    private static List<String> rows(DataSource source) {
        return texts(source, "select * from case_figures order by received_at");
    }

    private static List<String> sums(DataSource source) {
        return texts(source, "select * from case_day order by topic, answered_by");
    }

    private static List<String> texts(DataSource source, String sql) {
        return JdbcClient.create(source).sql(sql).query().listOfRows().stream()
                .map(row ->
                        row.entrySet().stream().map(CountingTest::text).toList().toString())
                .toList();
    }

    private static String text(Map.Entry<String, Object> column) {
        var value = column.getValue();
        var same = switch (value) {
            case null -> "";
            case java.time.OffsetDateTime moment -> moment.toInstant().toString();
            case java.sql.Timestamp moment -> moment.toInstant().toString();
            case BigDecimal number -> number.stripTrailingZeros().toPlainString();
            case Double number -> "%.6f".formatted(number);
            default -> value.toString();
        };
        return column.getKey().toLowerCase(java.util.Locale.ROOT) + "=" + same;
    }
}
