package org.tandem.quality.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LedgerLabelsTest {

    private static final OffsetDateTime NOON =
            Instant.parse("2026-03-02T12:00:00Z").atOffset(ZoneOffset.UTC);

    private final PastCases cases = PastCases.inMemory();

    @Test
    void whatAPersonSaidInsteadIsKnownOutright() {
        tried("key", null, null);
        set("said_at = ?, said_topic = 'refund-status', label_right = false, label_source = 'person'", NOON);

        assertThat(known()).isEqualTo(new Known(true, "refund-status", 1));
    }

    @Test
    void anAuditCountsForAsManyAsItsChanceSays() {
        tried("key", NOON, 0.05);
        set("label_right = true, label_source = 'audit', truth = 'RIGHT', truth_source = 'audit'");

        assertThat(known()).isEqualTo(new Known(false, null, 0.05));
    }

    @Test
    void anAnswerThatMightHaveBeenAuditedIsSpokenForByOthers() {
        tried("key", NOON, 0.05);
        set("truth = 'RIGHT', truth_source = 'silence'");

        assertThat(known()).isEqualTo(new Known(null, null, 0.05));
    }

    /** Else it would count twice: as itself, and as one of those for which audits speak. */
    @Test
    void anAnswerThatTheCustomerObjectedToIsKnownOutrightEvenIfItWasAudited() {
        tried("key", NOON, 0.05);
        set(
                "objected_at = ?, label_right = true, label_source = 'audit', truth = 'RIGHT', truth_source = 'audit'",
                NOON);

        assertThat(known()).isEqualTo(new Known(false, null, 1));
    }

    @Test
    void ofAnAnswerBeforeThereWereAuditsNothingIsKnown() {
        tried("key", NOON, null);

        assertThat(known()).isEqualTo(Known.NOTHING);
    }

    private Known known() {
        return new LedgerLabels(cases.database()).of(List.of("key")).getOrDefault("key", Known.NOTHING);
    }

    private void set(String what, Object... values) {
        cases.database()
                .sql("update quality_decision set " + what)
                .params(values)
                .update();
    }

    private void tried(String key, @Nullable OffsetDateTime answeredAt, @Nullable Double chance) {
        var id = UUID.randomUUID();
        cases.database().sql("""
            insert into quality_decision (conversation_key, inquiry_id, tried_at, topic, topic_class, topic_automated,
                drafted, risk, guaranteed_risk, rests_on, model_version, language, language_supported, distress,
                asked_for_person, several_requests, repeat_contacts, automation, answer_chance, answered_at)
            values (?, ?, ?, 'refund-status', 'routine', true, true, 0.1, 0.1, 'examples', 'v1', 'en', true, false,
                false, false, 0, 'open', 1, ?)
            """).params(key, id, NOON, answeredAt).update();
        if (chance != null) {
            cases.database()
                    .sql("insert into audit (conversation_key, inquiry_id, risk, model_version, decided_at, chance)"
                            + " values (?, ?, 0.1, 'v1', ?, ?)")
                    .params(key, id, NOON, chance)
                    .update();
        }
    }
}
