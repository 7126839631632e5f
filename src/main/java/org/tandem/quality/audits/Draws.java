package org.tandem.quality.audits;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.tandem.inquiry.InquiryEvent;
import org.tandem.quality.Draw;
import org.tandem.quality.hearing.Ear;

/**
 * Draws the answers that reviewers look at, each once and when it is given, a person's when it is known who gave it, with a probability
 * that hangs on what was known before. Those that the customer rates low are looked at always; that tells much of them and changes nothing
 * of the draw. An answer stays drawn whatever becomes of its case: customers who withdraw are often those whom it did not help.
 */
@Component
class Draws implements Ear {

    /** A 1 or a 2 of 5. */
    private static final int LOW = 2;

    private static final String AI_ANSWERS = "AI_ANSWER";

    private final AuditTable table;
    private final Chances chances;
    private final AuditSettings settings;
    private final Suspicion suspicion;
    private final ApplicationEventPublisher events;

    Draws(
            AuditTable table,
            AuditSettings settings,
            ObjectProvider<Suspicion> suspicion,
            ApplicationEventPublisher events) {
        this.table = table;
        this.chances = new Chances(settings);
        this.settings = settings;
        this.suspicion = suspicion.getIfAvailable(() -> topic -> 0);
        this.events = events;
    }

    @Override
    public void hear(InquiryEvent event) {
        switch (event) {
            case InquiryEvent.Decided decided -> mayBeAnswered(decided);
            case InquiryEvent.AiAnswered answered -> draw(answered.conversationKey(), answered.at());
            case InquiryEvent.AnsweredByPerson answered -> answered(answered);
            case InquiryEvent.AgentKnown known -> draw(known.conversationKey(), known.at());
            case InquiryEvent.Rated rated -> rated(rated);
            default -> {}
        }
    }

    private void mayBeAnswered(InquiryEvent.Decided decided) {
        if (decided.route().equals(AI_ANSWERS)
                && table.find(decided.conversationKey()).isEmpty()) {
            table.add(decided);
        }
    }

    /** With a share of 0 nobody's answers are reviewed, whatever customers say of them. */
    private void answered(InquiryEvent.AnsweredByPerson answered) {
        if (table.find(answered.conversationKey()).isEmpty()) {
            table.personAnswered(answered.inquiryId());
            if (settings.people() > 0) {
                table.add(answered);
            }
        }
    }

    /** Below the share that holds for all it is drawn with equal chances, beyond that up to its own one because of what it is. */
    private void draw(String key, Instant at) {
        var answer = table.find(key).filter(one -> !one.answered()).orElse(null);
        if (answer == null) {
            return;
        }
        double share = answer.isByPerson() ? settings.people() : settings.share();
        double chance = chance(answer);
        double drawn = Draw.of("audit", key);
        boolean twice = drawn < chance && Draw.of("audit twice", key) < settings.twice();
        var given = answer.isByPerson() ? answer.decidedAt() : at;
        var topic = answer.topic() == null ? "" : answer.topic();
        table.count(given.atZone(ZoneOffset.UTC).toLocalDate(), topic, answer.answeredBy());
        table.draw(key, given, chance, drawn < chance, drawn < share, twice);
        if (drawn < chance || answer.ratedLow()) {
            request(answer, at);
        }
    }

    private double chance(Auditable answer) {
        return switch (answer.answeredBy()) {
            case AI ->
                chances.of(
                        suspicion.risk(answer.conversationKey()).orElse(answer.risk()), suspicion.of(answer.topic()));
            case PERSON -> settings.people();
            case HELD_OUT -> 1;
        };
    }

    private void rated(InquiryEvent.Rated rated) {
        if (rated.score() > LOW) {
            return;
        }
        for (var answer : table.lastAnswersOf(rated.inquiryId())) {
            table.ratedLow(answer.conversationKey());
            if (answer.answered() && !answer.requested()) {
                request(answer, rated.at());
            }
        }
    }

    private void request(Auditable answer, Instant at) {
        table.request(answer.conversationKey(), at);
        events.publishEvent(new ReviewRequested(UUID.randomUUID(), answer.inquiryId(), at, answer.conversationKey()));
    }
}
