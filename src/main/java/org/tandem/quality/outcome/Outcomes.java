package org.tandem.quality.outcome;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.inquiry.InquiryId;
import org.tandem.quality.QualityEvent.OutcomeRevised;

/** What is held to be true of answers. Late evidence revises it, and nothing is forgotten. */
@Component
public class Outcomes {

    /** The definition that stands beside every number of resolved inquiries. */
    public static final String RESOLVED =
            "Resolved means: for 7 days after the answer the customer neither reopened the case,"
                    + " nor said that it was not solved, nor contacted us again about the same or a similar topic on any channel.";

    /** How long the customer may come back before an inquiry counts as resolved. */
    public static final Duration WINDOW = Duration.ofDays(7);

    private final OutcomeTables tables;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Outcomes(OutcomeTables tables, ApplicationEventPublisher events, Clock clock) {
        this.tables = tables;
        this.events = events;
        this.clock = clock;
    }

    /** Takes evidence in and revises what is held to be true; the same event counts once. Evidence may come before its answer. */
    @Transactional
    public void record(Evidence evidence) {
        var answer = tables.lock(evidence.conversationKey());
        if (tables.has(evidence)) {
            return;
        }
        tables.add(evidence);
        answer.ifPresent(this::revise);
    }

    /** There is an answer, of which from now on something is held to be true. */
    @Transactional
    void answered(InquiryId inquiry, String conversationKey, boolean byAi, @Nullable String topic, Instant at) {
        tables.answered(inquiry, conversationKey, byAi, topic, at);
        tables.lock(conversationKey).ifPresent(this::revise);
    }

    private void revise(Answered answer) {
        var before = answer.label();
        var now = Label.of(tables.evidence(answer.conversationKey()));
        if (now.equals(before)) {
            return;
        }
        tables.label(answer.conversationKey(), now, now());
        var source = now.source() == null ? before.source() : now.source();
        if (now.truth() != before.truth() && source != null) {
            var revised = new OutcomeRevised(
                    UUID.randomUUID(),
                    now(),
                    answer.inquiryId(),
                    answer.conversationKey(),
                    answer.byAi(),
                    answer.topic(),
                    before.truth(),
                    now.truth(),
                    source.label());
            tables.remember(revised);
            events.publishEvent(revised);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
