package org.tandem.quality.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.transaction.support.TransactionTemplate;
import org.tandem.staff.SetClock;
import org.tandem.testing.EmptyDatabase;

@Execution(ExecutionMode.CONCURRENT)
class LabelledLatelyTest {

    private static final double[] NOTHING_MORE = {};

    private final SetClock clock = new SetClock();
    private final List<String> embedded = new ArrayList<>();

    static Stream<Named<EmptyDatabase>> databases() {
        return Stream.of(Named.of("H2", EmptyDatabase.h2()), Named.of("PostgreSQL", EmptyDatabase.postgres()));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void howAlikeAnInquiryIsToLabelledOnesIsKnownFromTheNextOneOnAndAfterARestart(EmptyDatabase database) {
        var before = labelledLately(database);
        assertThat(before.beside(new double[] {7}, "my card is gone", "card")).containsExactly(7, 0, 0, 0);

        labelled(database, "my card is gone", "card");
        labelled(database, "the moon is far", "");
        var told = before.beside(NOTHING_MORE, "my card is gone", "card");

        assertThat(told[0]).isCloseTo(0.4, within(1e-6));
        assertThat(told[1]).isZero();
        assertThat(before.beside(NOTHING_MORE, "my card is gone", "refund")[1]).isCloseTo(0.4, within(1e-6));
        assertThat(before.beside(NOTHING_MORE, "the moon is far", "card")[2]).isCloseTo(0.4, within(1e-6));

        embedded.clear();
        assertThat(labelledLately(database).beside(NOTHING_MORE, "my card is gone", "card"))
                .isEqualTo(told);
        assertThat(embedded).containsExactly("my card is gone");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whatWasRemovedOrWasOnlyCalledWrongTellsNothing(EmptyDatabase database) {
        var remembering = labelledLately(database);
        labelled(database, "my card is gone", "card");
        database.client().sql("update learned_example set is_topic = false").update();
        labelled(database, "where is my money", "refund");
        assertThat(remembering.beside(NOTHING_MORE, "my card is gone", "card")[0])
                .isZero();
        assertThat(remembering.beside(NOTHING_MORE, "where is my money", "refund")[0])
                .isPositive();

        database.client()
                .sql("update learned_example set removed_by = 'eva', meaning = null")
                .update();
        clock.pass(Duration.ofMinutes(61));

        assertThat(remembering.beside(NOTHING_MORE, "where is my money", "refund")[0])
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aTopicThatIsAnsweredMoreOftenThanBeforeSurgesAlsoAfterARestart(EmptyDatabase database) {
        var surging = new Surging(database.client());
        answer(database, 320, "refund", "credit", "card", "limit");
        assertThat(surging.suspicion("fee")).isZero();
        answer(database, 301, "refund", "credit", "card", "limit");
        answer(database, 30, "fee");

        assertThat(surging.suspicion("fee")).isPositive();
        assertThat(surging.suspicion("refund")).isZero();
        assertThat(new Surging(database.client()).suspicion("fee")).isEqualTo(surging.suspicion("fee"));
        assertThat(new Surging(database.client()).suspicion("refund")).isZero();
    }

    private void answer(EmptyDatabase database, int inquiries, String... topics) {
        new TransactionTemplate(database.transactions()).executeWithoutResult(status -> {
            for (int i = 0; i < inquiries; i++) {
                clock.pass(Duration.ofSeconds(1));
                database.client()
                        .sql("""
                                insert into quality_decision (conversation_key, inquiry_id, tried_at, topic, topic_class,
                                    topic_automated, drafted, risk, guaranteed_risk, rests_on, model_version, language,
                                    language_supported, distress, asked_for_person, several_requests, repeat_contacts,
                                    automation, answer_chance, answered_at)
                                values (?, ?, ?, ?, 'routine', true, true, 0, 0, 'examples', 'm1', 'en', true, false, false,
                                    false, 0, 'open', 1, ?)
                                """)
                        .params(
                                UUID.randomUUID().toString(),
                                UUID.randomUUID(),
                                Timestamp.from(clock.instant()),
                                topics[i % topics.length],
                                Timestamp.from(clock.instant()))
                        .update();
            }
        });
    }

    private LabelledLately labelledLately(EmptyDatabase database) {
        return new LabelledLately(
                database.client(),
                text -> {
                    embedded.add(text);
                    return Board.meaning(text);
                },
                clock);
    }

    private void labelled(EmptyDatabase database, String text, String topic) {
        clock.pass(Duration.ofSeconds(1));
        database.client()
                .sql("""
                        insert into learned_example (id, text_hash, text, topic, is_topic, origin, inquiry_id, inquiry_number,
                            conversation_key, said_at, chance, held_out)
                        values (?, ?, ?, ?, true, 'AGENT', ?, 'TA-1', '1', ?, 1, false)
                        """)
                .params(UUID.randomUUID(), text, text, topic, UUID.randomUUID(), Timestamp.from(clock.instant()))
                .update();
    }
}
