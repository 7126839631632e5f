package org.tandem.process.model.flow;

import java.util.List;
import java.util.Map;
import org.tandem.process.model.feel.Value;
import org.tandem.process.model.file.Behaviour;
import org.tandem.process.model.file.Node;

/** Triggers boundary events and event sub-processes, interrupting what they interrupt. */
final class EventTriggers {

    private final Engine engine;

    EventTriggers(Engine engine) {
        this.engine = engine;
    }

    Place boundary(Moment moment, Place activity, Node event, Map<String, Value> brings) {
        var place = engine.places().at(activity.frame(), event);
        if (interrupts(place) || mustInterrupt(moment, place)) {
            moment.leave(activity);
        }
        moment.enter(place);
        engine.complete(moment, place, brings);
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
                .map(start -> engine.places().at(frame, start))
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
            engine.findings().add(new Finding.GoesOn(event));
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
        engine.complete(moment, start, brings);
        return start;
    }
}
