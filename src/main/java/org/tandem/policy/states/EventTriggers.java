package org.tandem.policy.states;

import java.util.List;
import java.util.Map;
import org.tandem.bpmn.Behaviour;
import org.tandem.bpmn.Node;
import org.tandem.bpmn.feel.Value;

/** Triggers boundary events and event sub-processes, interrupting what they interrupt. */
final class EventTriggers {

    private final Tokens tokens;

    EventTriggers(Tokens tokens) {
        this.tokens = tokens;
    }

    Place boundary(Moment moment, Place activity, Node event, Map<String, Value> brings) {
        var place = tokens.places().at(activity.frame(), event);
        if (interrupts(place) || mustInterrupt(moment, place)) {
            moment.leave(activity);
        }
        moment.enter(place);
        tokens.complete(moment, place, brings);
        return place;
    }

    /** The start events that can be triggered in a scope now. */
    List<Place> eventSubProcesses(Moment moment, Scoped scope) {
        var frame = scope instanceof Place place ? place.frame() : (Frame) scope;
        var sub = scope instanceof Place place ? place.node() : null;
        if (sub != null && !(sub.behaviour() instanceof Behaviour.SubProcess)) {
            return List.of();
        }
        var starts = frame.process().eventStartsOf(sub).stream()
                .map(start -> tokens.places().at(frame, start))
                .toList();
        var interrupted = starts.stream().anyMatch(start -> interrupts(start) && isRunning(moment, start));
        return interrupted
                ? List.of()
                : starts.stream().filter(start -> !isRunning(moment, start)).toList();
    }

    private static boolean isRunning(Moment moment, Place start) {
        return start.owner() instanceof Place sub && moment.isActive(sub);
    }

    private static boolean interrupts(Place event) {
        return switch (event.behaviour()) {
            case Behaviour.Start start -> start.interrupting();
            case Behaviour.Boundary boundary -> boundary.interrupting();
            default -> false;
        };
    }

    /** If no person has the inquiry, nothing may go on once the customer wants one. To look further, take that as corrected. */
    private boolean mustInterrupt(Moment moment, Place event) {
        var trigger = Subscriptions.trigger(event.node());
        var mustInterrupt = trigger != null
                && Subscriptions.hearsPersonRequested(trigger)
                && moment.active().stream().noneMatch(Place::isForThePersonWhoAnswers);
        if (mustInterrupt) {
            tokens.findings().add(new Finding.GoesOn(event));
        }
        return mustInterrupt;
    }

    Place eventSubProcess(Moment moment, Scoped scope, Place start, Map<String, Value> brings) {
        if (interrupts(start) || mustInterrupt(moment, start)) {
            moment.active().stream().filter(running -> running.owner() == scope).forEach(moment::leave);
        }
        if (start.owner() instanceof Place sub) {
            moment.enter(sub);
            if (start.node().outputs().isEmpty()) {
                brings.forEach((variable, value) -> moment.setLocal(sub, variable, value));
            }
        }
        moment.enter(start);
        tokens.complete(moment, start, brings);
        return start;
    }
}
