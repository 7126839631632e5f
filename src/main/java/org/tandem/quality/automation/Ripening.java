package org.tandem.quality.automation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shows the guardrail what customers did after answers. Each answer is shown when its time is over, in the order in which they were given:
 * objections come sooner than silence, and shown as they come they would look like too many.
 */
@Component
class Ripening {

    private static final int BATCH = 500;

    private final JdbcClient database;
    private final Guards guards;
    private final AutomationSettings settings;
    private final Clock clock;

    Ripening(JdbcClient database, Guards guards, AutomationSettings settings, Clock clock) {
        this.database = database;
        this.guards = guards;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${tandem.quality.automation.look-interval:PT1M}")
    @Transactional
    public void look() {
        ripe(Measure.OBJECTION, settings.objectionWindow()).stream()
                .filter(Answer::byAi)
                .forEach(answer -> show(answer, Measure.OBJECTION, answer.objectedWithin(settings.objectionWindow())));
        ripe(Measure.REPEAT, settings.repeatWindow())
                .forEach(answer -> show(answer, Measure.REPEAT, !answer.repeatedWithin(settings.repeatWindow())));
    }

    private void show(Answer answer, Measure measure, boolean counts) {
        guards.observe(
                new Observation(answer.key(), measure, answer.topic(), answer.byAi(), 0, counts ? 1 : 0, answer.at()));
    }

    /** An answer to an inquiry that the AI would answer: its own, or a person's instead. */
    private record Answer(
            String key,
            @Nullable String topic,
            boolean byAi,
            Instant at,
            @Nullable Instant objectedAt,
            @Nullable Instant repeatedAt) {

        boolean objectedWithin(Duration window) {
            return objectedAt != null && objectedAt.isBefore(at.plus(window));
        }

        boolean repeatedWithin(Duration window) {
            return repeatedAt != null && repeatedAt.isBefore(at.plus(window));
        }
    }

    private List<Answer> ripe(Measure measure, Duration window) {
        return database.sql("""
                        select conversation_key, topic, answered_at, settled_at, objected_at, repeated_at
                        from quality_decision decision
                        where would_answer and settled_at <= :until
                          and settled_at >= coalesce((select max(at) from guardrail_observation where measure = :measure), :ever)
                          and (answered_at is not null or :people)
                          and not exists (select 1 from guardrail_observation seen
                              where seen.measure = :measure and seen.seen_key = decision.conversation_key)
                        order by settled_at, conversation_key limit :most
                        """)
                .param("until", Timestamp.from(clock.instant().minus(window)))
                .param("measure", measure.name())
                .param("ever", Timestamp.from(Instant.EPOCH))
                .param("people", measure != Measure.OBJECTION)
                .param("most", BATCH)
                .query((row, number) -> new Answer(
                        row.getString("conversation_key"),
                        row.getString("topic"),
                        row.getTimestamp("answered_at") != null,
                        row.getTimestamp("settled_at").toInstant(),
                        instant(row.getTimestamp("objected_at")),
                        instant(row.getTimestamp("repeated_at"))))
                .list();
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
