package org.tandem.policy.states;

import java.util.Map;
import java.util.Optional;
import org.tandem.bpmn.Behaviour;
import org.tandem.bpmn.Behaviour.Trigger;
import org.tandem.bpmn.Node;

/** Carries a BPMN error outwards to the nearest event that catches it. */
final class Errors {

    private final Tokens tokens;

    Errors(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Returns the place that caught it, or nothing if it went all the way out; then the case is stuck with an incident. */
    Optional<Place> raise(Moment moment, Place origin, String code) {
        for (var place = origin; place != null; place = place.enclosing()) {
            var caught = caughtBy(moment, place, code);
            if (caught.isEmpty() && place.owner() instanceof Frame frame) {
                caught = caughtBy(moment, frame, code);
            }
            if (caught.isPresent()) {
                return caught;
            }
        }
        tokens.findings().add(new Finding.Uncaught(origin, code));
        return Optional.empty();
    }

    private Optional<Place> caughtBy(Moment moment, Scoped scope, String code) {
        var inside = new EventTriggers(tokens)
                .eventSubProcesses(moment, scope).stream()
                        .filter(start -> catches(start.node(), code))
                        .findFirst()
                        .map(start -> new EventTriggers(tokens).eventSubProcess(moment, scope, start, Map.of()));
        if (inside.isEmpty() && scope instanceof Place place) {
            var process = place.frame().process();
            var boundary = process.boundariesOf(place.node()).stream()
                    .filter(event -> catches(event, code))
                    .findFirst();
            if (boundary.isPresent()) {
                return boundary.map(event -> new EventTriggers(tokens).boundary(moment, place, event, Map.of()));
            }
        }
        return inside;
    }

    static boolean catches(Node event, String code) {
        var trigger = Subscriptions.trigger(event);
        return trigger instanceof Trigger.Error error
                && (error.code() == null
                        || error.code().constant().filter(code::equals).isPresent())
                && !(event.behaviour() instanceof Behaviour.Catch);
    }
}
