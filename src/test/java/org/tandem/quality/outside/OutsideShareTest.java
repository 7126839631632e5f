package org.tandem.quality.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.assistant.Traffic;
import org.tandem.testing.TablesInMemory;

@Execution(ExecutionMode.CONCURRENT)
class OutsideShareTest {

    private static final OffsetDateTime NOON =
            Instant.parse("2026-03-02T12:00:00Z").atOffset(ZoneOffset.UTC);

    private final JdbcConnectionPool pool = TablesInMemory.create();
    private final JdbcClient database = JdbcClient.create(pool);
    private final OutsideShare share = new OutsideShare(database, Clock.fixed(NOON.toInstant(), ZoneOffset.UTC));

    @Test
    void beforeThereIsTrafficNobodyKnows() {
        assertThat(share.estimate().share()).isNaN();
        assertThat(share.estimate().isEnough()).isFalse();
        assertThat(share.estimate().inWords()).startsWith("Nobody knows yet");
    }

    /** 100 of 400 that people answered, and an answer in ten of the 600 others, of which 60 were audited. */
    @Test
    void whatIsHandedOverDoesNotStandForWhatIsAnswered() {
        for (int i = 0; i < 400; i++) {
            handedOver(i % 4 == 0 ? "" : "refund-status");
        }
        for (int i = 0; i < 600; i++) {
            answered(i % 10 == 0 ? 0.1 : null, i % 100 != 0);
        }

        var estimate = share.estimate();

        assertThat(estimate.share()).isCloseTo(0.4 * 0.25 + 0.6 * 0.1, within(1e-9));
        assertThat(estimate.low()).isBetween(0.11, 0.14);
        assertThat(estimate.high()).isBetween(0.19, 0.24);
        assertThat(estimate.said()).isEqualTo(400);
        assertThat(estimate.audits()).isEqualTo(60);
        assertThat(estimate.all()).isEqualTo(1_000);
    }

    @Test
    void aWrongAnswerIsNotOutsideIfTheReviewerSaysWhichTopicItWasAbout() {
        for (int i = 0; i < 10; i++) {
            handedOver("refund-status");
            answered(0.1, i != 0);
        }
        assertThat(share.estimate().share()).isCloseTo(0.05, within(1e-9));

        database.sql("""
                        insert into audit_review (conversation_key, round, reviewer, reviewed_at, is_right, polite, complete,
                            person_needed, corrected, topic)
                        select conversation_key, 1, 'rita', tried_at, false, true, true, false, false, 'return-report'
                        from quality_decision where not label_right
                        """).update();

        assertThat(share.estimate().share()).isZero();
    }

    @Test
    void answersThatWereAuditedOnlyBecauseOfALowRatingStandForNoOthers() {
        for (int i = 0; i < 10; i++) {
            handedOver("refund-status");
            answered(0.1, i != 0);
        }
        double before = share.estimate().share();

        answered(0.1, false);
        database.sql("""
                        update audit set drawn = false, rated_low = true where conversation_key in (
                            select conversation_key from quality_decision where not label_right) and conversation_key <> ?
                        """).param(firstWrong()).update();

        assertThat(share.estimate().audits()).isEqualTo(10);
        assertThat(share.estimate().share()).isCloseTo(11.0 / 21 * 0.1, within(1e-9));
        assertThat(before).isCloseTo(0.05, within(1e-9));
    }

    private String firstWrong() {
        return database.sql("select min(conversation_key) from quality_decision where not label_right")
                .query(String.class)
                .single();
    }

    @Test
    void aPromiseRestsOnItOnlyWhenItIsNarrowEnough() {
        for (int i = 0; i < 199; i++) {
            handedOver(i % 50 == 0 ? "" : "refund-status");
        }
        assertThat(share.estimate().isEnough()).isFalse();

        handedOver("refund-status");
        assertThat(share.estimate().isEnough()).isTrue();
    }

    @Test
    void theNextPromiseRestsOnTheUpperEndOnceItIsNarrowEnough() {
        for (int i = 0; i < 399; i++) {
            handedOver(i % 2 == 0 ? "" : "refund-status");
        }
        assertThat(share.estimate().high()).isBetween(0.55, 0.56);
        assertThat(share.outside()).contains(new Traffic.Outside(0.56, 399));
        assertThat(share.estimate().inWords()).endsWith("what is learned next rests on the upper end");
    }

    @Test
    void nobodyWhoLooksAtAPageWaitsForANewerOne() {
        handedOver("");
        assertThat(share.lately().said()).isEqualTo(1);
        handedOver("refund-status");
        assertThat(share.lately().said()).isEqualTo(1);

        share.refresh();

        assertThat(share.lately().said()).isEqualTo(2);
    }

    @Test
    void tooFewLabelsLeaveTheSetting() {
        for (int i = 0; i < 199; i++) {
            handedOver("refund-status");
        }

        assertThat(share.outside()).isEmpty();
        assertThat(share.estimate().inWords()).endsWith("so the setting holds");
    }

    @Test
    void answersThatNobodyAuditedLeaveItUnknown() {
        handedOver("");
        answered(null, true);

        assertThat(share.estimate().share()).isNaN();
    }

    @Test
    void aCommandTellsTheSameOutOfTheDatabase() throws SQLException {
        for (int i = 0; i < 300; i++) {
            handedOver(i % 3 == 0 ? "" : "refund-status");
        }
        database.sql("update quality_decision set tried_at = current_timestamp").update();
        String url;
        try (var connection = pool.getConnection()) {
            url = connection.getMetaData().getURL();
        }

        var told = new OutsideInDatabase().outside(List.of("--spring.datasource.url=" + url));

        assertThat(told.inWords()).startsWith("33.3 % of inquiries are about none of the topics (95 % confidence:");
        assertThat(told.share()).isNotNull().satisfies(known -> {
            assertThat(known.share()).isCloseTo(1 / 3.0, within(1e-9));
            assertThat(known.low()).isBetween(0.27, 0.29);
            assertThat(known.high()).isBetween(0.38, 0.40);
            assertThat(known.labelled()).isEqualTo(300);
        });
    }

    @Test
    void aCommandWithoutADatabaseSaysSoAndMakesNone(@TempDir Path folder) {
        var told = new OutsideInDatabase()
                .outside(List.of("--spring.datasource.url=jdbc:h2:file:" + folder.resolve("none")));

        assertThat(told.share()).isNull();
        assertThat(told.inWords()).startsWith("There is no database where it would be");
        assertThat(folder).isEmptyDirectory();
    }

    private void handedOver(String topic) {
        var key = tried(null);
        database.sql("update quality_decision set said_topic = ? where conversation_key = ?")
                .params(topic, key)
                .update();
    }

    private void answered(@Nullable Double chance, boolean right) {
        var key = tried(NOON);
        if (chance != null) {
            database.sql("update quality_decision set label_right = ?, label_source = 'audit' where"
                            + " conversation_key = ?")
                    .params(right, key)
                    .update();
            database.sql(
                            "insert into audit (conversation_key, inquiry_id, risk, model_version, decided_at, chance, drawn)"
                                    + " values (?, ?, 0.1, 'v1', ?, ?, true)")
                    .params(key, UUID.randomUUID(), NOON, chance)
                    .update();
        }
    }

    private String tried(@Nullable OffsetDateTime answeredAt) {
        var id = UUID.randomUUID();
        database.sql("""
            insert into quality_decision (conversation_key, inquiry_id, tried_at, topic, topic_class, topic_automated,
                drafted, risk, guaranteed_risk, rests_on, model_version, language, language_supported, distress,
                asked_for_person, several_requests, repeat_contacts, automation, answer_chance, decided_at, answered_at)
            values (?, ?, ?, 'refund-status', 'routine', true, true, 0.1, 0.1, 'examples', 'v1', 'en', true, false,
                false, false, 0, 'open', 1, ?, ?)
            """).params(id + ":1", id, NOON, NOON, answeredAt).update();
        return id + ":1";
    }
}
