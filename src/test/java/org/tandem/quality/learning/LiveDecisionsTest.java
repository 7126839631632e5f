package org.tandem.quality.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.quality.statistics.PairedCases.Result;
import org.tandem.testing.EmptyDatabase;

@Execution(ExecutionMode.CONCURRENT)
class LiveDecisionsTest {

    static final String OLD = "20260101T000000Z-a";
    static final String NEW = "20260102T000000Z-a.b";
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    static Stream<Named<JdbcClient>> databases() {
        return Stream.of(
                Named.of("H2", EmptyDatabase.h2().client()),
                Named.of("PostgreSQL", EmptyDatabase.postgres().client()));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void bothAreComparedOnWhatPeopleHaveLabelled(JdbcClient database) {
        var live = live(database);
        both(database, 1, "refund", true, "refund", true).said(database, "refund", true, 1.0);
        both(database, 2, "refund", true, "card", true).said(database, "card", false, 1.0);
        both(database, 3, "card", false, "refund", true).said(database, "", false, 2.0);
        both(database, 4, "card", true, null, false); // nobody has said anything
        both(database, 5, null, false, "card", true).said(database, "card", null, null);

        assertThat(live.count(OLD, NEW)).isEqualTo(new LiveDecisions.Count(5, 3, 4, 4, 4));
        var contest = live.contest(OLD, NEW);
        assertThat(contest.cases()).isEqualTo(4);
        assertThat(contest.championsSide().answered()).isEqualTo(2);
        assertThat(contest.championsSide().coverage()).isCloseTo(2 / 5.0, within(1e-9));
        assertThat(contest.championsSide().risk()).isCloseTo(1 / 2.0, within(1e-9));
        assertThat(contest.challengersSide().answered()).isEqualTo(4);
        assertThat(contest.challengersSide().risk()).isCloseTo(2 / 5.0, within(1e-9));
        assertThat(live.contest(OLD, "another").cases()).isZero();
        assertThat(live.contest("another", NEW).cases()).isZero();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whereCustomersWouldHaveNoticedIsListedWithItsCaseTheNewestFirst(JdbcClient database) {
        var live = live(database);
        both(database, 1, "refund", true, "refund", true);
        both(database, 2, "refund", false, "card", false);
        both(database, 3, "refund", true, "card", true).said(database, "card", false, 1.0);
        both(database, 4, "refund", true, null, false);

        assertThat(live.differing(OLD, NEW, 0, 10))
                .satisfiesExactly(
                        newest -> {
                            assertThat(newest.champion().inWords()).isEqualTo("answers about refund");
                            assertThat(newest.challenger().inWords()).isEqualTo("a person");
                            assertThat(newest.saidInWords()).isEmpty();
                        },
                        older -> {
                            assertThat(older.number()).isEqualTo("C-3");
                            assertThat(older.champion().result()).isEqualTo(Result.WRONG);
                            assertThat(older.challenger().result()).isEqualTo(Result.RIGHT);
                            assertThat(older.saidInWords()).isEqualTo("card");
                        });
        assertThat(live.differing(OLD, NEW, 1, 10)).hasSize(1);
    }

    /** The right topic with a draft that was wrong, an audit that says what was asked, and one that does not. */
    @ParameterizedTest
    @MethodSource("databases")
    void whatNoOneHasCalledRightCountsAsWrong(JdbcClient database) {
        var live = live(database);
        both(database, 1, "refund", true, "refund", true).said(database, "refund", false, 1.0);
        both(database, 2, "refund", true, "card", true).audited(database, false, "card");
        both(database, 3, "refund", true, "card", true).audited(database, false, null);
        both(database, 4, "refund", true, "card", true).audited(database, true, null);
        both(database, 5, "refund", true, "refund", true).audited(database, true, null);

        assertThat(live.differing(OLD, NEW, 0, 10))
                .extracting(one -> one.challenger().result())
                .containsExactly(Result.WRONG, Result.WRONG, Result.RIGHT);
        assertThat(live.contest(OLD, NEW).championsSide().risk()).isCloseTo(3 / 5.0, within(1e-9));
        assertThat(live.contest(OLD, NEW).challengersSide().risk()).isCloseTo(3 / 5.0, within(1e-9));
    }

    /** Looked at only because of a low rating where nothing is audited by chance, it stands for none. */
    @ParameterizedTest
    @MethodSource("databases")
    void aLabelThatStandsForNoneIsNotCounted(JdbcClient database) {
        both(database, 1, "refund", true, "card", true).said(database, null, true, 0.0);

        assertThat(live(database).contest(OLD, NEW).cases()).isZero();
    }

    private static LiveDecisions live(JdbcClient database) {
        database.sql("delete from audit_review").update();
        database.sql("delete from audit").update();
        database.sql("delete from quality_decision").update();
        database.sql("delete from shadow_decision").update();
        database.sql("delete from case_figures").update();
        var settings = new LearningSettings(
                "-", LearningSettings.Promote.BY_A_PERSON, 200, 100, .95, .2, Duration.ofDays(90), 3, 5_000);
        return new LiveDecisions(database, settings, Clock.systemUTC());
    }

    /** The number is also the minute. */
    static Both both(
            JdbcClient database,
            int number,
            @Nullable String topic,
            boolean answers,
            @Nullable String other,
            boolean otherAnswers) {
        var key = "case-%d:1".formatted(number);
        var inquiry = UUID.randomUUID();
        var at = Timestamp.from(NOON.plus(Duration.ofMinutes(number)));
        database.sql("""
                        insert into quality_decision (conversation_key, inquiry_id, tried_at, topic, topic_class, topic_automated,
                            drafted, risk, guaranteed_risk, rests_on, model_version, language, language_supported, distress,
                            asked_for_person, several_requests, repeat_contacts, automation, answer_chance, would_answer)
                        values (?, ?, ?, ?, 'routine', true, true, 0.1, 0.1, 'examples', ?, 'en', true, false,
                            false, false, 0, 'open', 1, ?)
                        """).params(key, inquiry, at, topic, OLD, answers).update();
        database.sql("""
                        insert into shadow_decision (model_version, conversation_key, tried_at, topic, topic_class, may_be_answered,
                            guaranteed_risk, rests_on, would_answer)
                        values (?, ?, ?, ?, 'routine', true, 0.1, 'examples', ?)
                        """).params(NEW, key, at, other, otherAnswers).update();
        database.sql("""
                        insert into case_figures (inquiry_id, number, received_at, received_on, topic, answered_by, held_out,
                            automated, settled, reopened, repeat_contact, came_back, asked, handling, label, ai_cost, human_cost)
                        values (?, ?, ?, date '2026-03-02', 'refund', 'AI', false, true, true, false, false, false, false, 0, 'UNKNOWN', 0, 0)
                        """).params(inquiry, "C-%d".formatted(number), at).update();
        return new Both(key);
    }

    record Both(String key) {

        void said(JdbcClient database, @Nullable String topic, @Nullable Boolean right, @Nullable Double weight) {
            database.sql("""
                            update quality_decision set said_at = :at, said_topic = :topic, label_right = :right, label_weight = :weight,
                                label_source = case when cast(:right as boolean) is null then null else 'person' end
                            where conversation_key = :key
                            """)
                    .param("at", Timestamp.from(NOON))
                    .param("topic", topic, Types.VARCHAR)
                    .param("right", right, Types.BOOLEAN)
                    .param("weight", weight, Types.DOUBLE)
                    .param("key", key)
                    .update();
        }

        void audited(JdbcClient database, boolean right, @Nullable String asked) {
            database.sql(
                            "update quality_decision set label_right = ?, label_weight = 1, label_source = 'audit' where conversation_key = ?")
                    .params(right, key)
                    .update();
            database.sql("""
                            insert into audit (conversation_key, inquiry_id, decided_at, risk, chance, model_version)
                            values (?, ?, ?, 0.1, 1, 'old')
                            """)
                    .params(key, UUID.randomUUID(), Timestamp.from(NOON))
                    .update();
            database.sql("""
                            insert into audit_review (conversation_key, round, reviewer, reviewed_at, is_right, polite, complete,
                                person_needed, corrected, topic)
                            values (?, 1, 'rita', ?, ?, true, true, false, false, ?)
                            """).params(key, Timestamp.from(NOON), right, asked).update();
        }
    }
}
