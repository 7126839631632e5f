package org.tandem.desk.pool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.tandem.desk.OpenWork;
import org.tandem.desk.TasksAway;
import org.tandem.desk.pool.Offer.State;

/** Offers as the agents see them who get them. */
@Service
public class Offers {

    private static final String NOT_YOURS = "This offer was made to somebody else, or never.";

    private final OfferTable table;
    private final Steps steps;
    private final OpenWork work;
    private final ObjectMapper json;

    Offers(OfferTable table, Steps steps, OpenWork work, ObjectMapper json) {
        this.table = table;
        this.steps = steps;
        this.work = work;
        this.json = json;
    }

    /** An offer and what it was decided by. */
    public record Explained(Offer offer, Basis basis) {}

    /** Open offers, and then work that was accepted and is not done. */
    public List<Offer> openOf(String agent) {
        return table.openOf(agent);
    }

    /** The latest first. */
    public List<Explained> latestOf(String agent, int most) {
        return table.latestOf(agent, most).stream().map(this::explained).toList();
    }

    /** Among so many offers that others got lately, those that this agent could have had; the latest first. */
    public List<Explained> missedBy(String agent, int among) {
        return table.latestOfOthers(agent, among).stream()
                .map(this::explained)
                .filter(one -> one.basis().others().stream()
                        .anyMatch(other -> other.agent().equals(agent)))
                .toList();
    }

    public Optional<Explained> find(UUID id) {
        return table.kept(id).map(this::explained);
    }

    /**
     * Gives the task to the agent at the engine. An offer that ran out a moment ago is still taken as long as nobody else was offered it.
     * Accepting again changes nothing.
     */
    public Answer accept(String agent, UUID id) {
        var offer = mine(agent, id);
        if (offer.isEmpty()) {
            return new Answer.TooLate(NOT_YOURS);
        }
        if (offer.get().state() != State.MADE) {
            return before(offer.get(), State.ACCEPTED);
        }
        try {
            return switch (work.take(offer.get().taskKey(), agent)) {
                case DONE -> accepted(offer.get());
                case TAKEN -> gone(offer.get(), "Somebody else was faster and has the task.");
                case OVER -> gone(offer.get(), "The task is over.");
            };
        } catch (TasksAway away) {
            return new Answer.Later(
                    "The process engine does not answer just now. The offer stays yours until it does: please accept"
                            + " again in a moment.");
        }
    }

    /** Costs nothing; declining again changes nothing. */
    public Answer decline(String agent, UUID id) {
        var offer = mine(agent, id);
        if (offer.isEmpty()) {
            return new Answer.TooLate(NOT_YOURS);
        }
        return offer.get().state() == State.MADE && steps.decline(offer.get())
                ? new Answer.Done()
                : before(again(offer.get()), State.DECLINED);
    }

    /** If it ran out in the very moment, the task is free again. */
    private Answer accepted(Offer offer) {
        if (steps.accept(offer, null)) {
            return new Answer.Done();
        }
        var now = again(offer);
        if (now.state() != State.ACCEPTED) {
            work.giveBack(offer.taskKey(), offer.agent());
        }
        return before(now, State.ACCEPTED);
    }

    private Answer gone(Offer offer, String reason) {
        steps.withdraw(offer, false, reason);
        return new Answer.TooLate(reason);
    }

    private static Answer before(Offer offer, State wanted) {
        return offer.state() == wanted
                ? new Answer.Done()
                : new Answer.TooLate("Nothing was changed: %s"
                        .formatted(
                                switch (offer.state()) {
                                    case MADE -> "the offer is still open.";
                                    case ACCEPTED -> "you have accepted this offer before, and have the task.";
                                    case DECLINED -> "you have declined this offer before.";
                                    case EXPIRED -> "the time for this offer was over, and others are offered it.";
                                    case ABANDONED -> "you have given this task back.";
                                    case WITHDRAWN ->
                                        "the offer was withdrawn. "
                                                + (offer.stateReason() == null ? "" : offer.stateReason());
                                    case COMPLETED -> "you have done this task.";
                                }));
    }

    private Optional<Offer> mine(String agent, UUID id) {
        return table.find(id).filter(offer -> offer.agent().equals(agent));
    }

    private Offer again(Offer offer) {
        return table.find(offer.id()).orElse(offer);
    }

    private Explained explained(OfferTable.Kept kept) {
        try {
            return new Explained(kept.offer(), json.readValue(kept.decision(), Basis.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "What offer %s was decided by cannot be read"
                            .formatted(kept.offer().id()),
                    e);
        }
    }
}
