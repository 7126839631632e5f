package org.tandem.desk.pool;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tandem.desk.pool.Offer.State;

/** The steps of offers. Each happens once, whoever tries at the same moment: the database lets one of them have it. */
@Component
class Steps {

    private static final int ANSWER = 1;
    private static final int OUTCOME = 2;

    private final OfferTable offers;
    private final PresenceTable presences;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Steps(
            OfferTable offers,
            PresenceTable presences,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.offers = offers;
        this.presences = presences;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /**
     * As long as the offer is open, and if it is accepted for good, the agent's idle time begins here.
     *
     * @param seen the agent as the decision saw them
     * @return false if the task is offered to somebody already, or the agent has changed since
     */
    boolean make(Offer offer, String decision, Presence seen) {
        try {
            return inOne(() -> {
                if (!presences.isOffered(seen)) {
                    return false;
                }
                offers.add(offer, decision, seen.availableSeconds(offer.madeAt()));
                events.publishEvent(
                        new OfferEvent.Made(offer.id(), offer.taskKey(), offer.agent(), offer.price(), offer.madeAt()));
                return true;
            });
        } catch (DataIntegrityViolationException faster) {
            return false;
        }
    }

    /** @return false if something else has become of the offer before; so it is with the other steps */
    boolean accept(Offer offer, @Nullable String reason) {
        var now = now();
        return inOne(() -> {
            presences.accepts(
                    offer.agent(), offer.id()); // first, as making an offer does, so that nobody waits for each other
            if (!offers.accept(offer.id(), now)) {
                return false;
            }
            offers.note(offer.id(), ANSWER, State.ACCEPTED, offer.agent(), now, reason);
            events.publishEvent(
                    new OfferEvent.Accepted(offer.id(), offer.taskKey(), offer.agent(), offer.price(), now));
            return true;
        });
    }

    boolean decline(Offer offer) {
        return end(offer, false, State.DECLINED, null);
    }

    boolean expire(Offer offer) {
        return end(offer, false, State.EXPIRED, null);
    }

    boolean withdraw(Offer offer, boolean accepted, String reason) {
        return end(offer, accepted, State.WITHDRAWN, reason);
    }

    boolean abandon(Offer offer, String reason) {
        return end(offer, true, State.ABANDONED, reason);
    }

    boolean complete(Offer offer) {
        return end(offer, true, State.COMPLETED, null);
    }

    private boolean end(Offer offer, boolean accepted, State state, @Nullable String reason) {
        var now = now();
        return inOne(() -> {
            if (!offers.close(offer.id(), accepted)) {
                return false;
            }
            offers.note(offer.id(), accepted ? OUTCOME : ANSWER, state, offer.agent(), now, reason);
            events.publishEvent(event(offer, state, now));
            return true;
        });
    }

    private static OfferEvent event(Offer offer, State state, Instant now) {
        var id = offer.id();
        var task = offer.taskKey();
        return switch (state) {
            case DECLINED -> new OfferEvent.Declined(id, task, offer.agent(), offer.price(), now);
            case EXPIRED -> new OfferEvent.Expired(id, task, offer.agent(), offer.price(), now);
            case ABANDONED -> new OfferEvent.Abandoned(id, task, offer.agent(), offer.price(), now);
            case COMPLETED -> new OfferEvent.Completed(id, task, offer.agent(), offer.price(), now);
            case WITHDRAWN -> new OfferEvent.Withdrawn(id, task, offer.agent(), offer.price(), now);
            case MADE, ACCEPTED -> throw new IllegalArgumentException("%s ends nothing".formatted(state));
        };
    }

    private interface Step {
        boolean happens();
    }

    private boolean inOne(Step step) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            var happens = step.happens();
            if (!happens) {
                status.setRollbackOnly();
            }
            return happens;
        }));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
