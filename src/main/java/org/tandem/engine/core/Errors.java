package org.tandem.engine.core;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tandem.bpmn.Behaviour.Trigger;
import org.tandem.bpmn.Node;
import org.tandem.engine.state.ElementInstance;
import org.tandem.engine.state.JsonValue;

/** Looks for who catches an error, from the element outwards and on through the calling processes. */
final class Errors {

    private final Core core;

    Errors(Core core) {
        this.core = core;
    }

    /** An error end event: its own element catches nothing. */
    boolean fromInside(ElementInstance element, String code) {
        return up(around(element), code, Map.of());
    }

    /** An error that a worker threw for a job of this element. */
    boolean fromJob(ElementInstance element, String code, Map<String, JsonValue> payload) {
        return atBoundary(element, code, payload) || up(around(element), code, payload);
    }

    private boolean up(Optional<ElementInstance> from, String code, Map<String, JsonValue> payload) {
        for (var at = from; at.isPresent(); at = around(at.get())) {
            if (inEventSubProcess(at.get(), code, payload) || atBoundary(at.get(), code, payload)) {
                return true;
            }
        }
        return false;
    }

    private boolean inEventSubProcess(ElementInstance scope, String code, Map<String, JsonValue> payload) {
        if (scope.isBody() || scope.tokens().interruptedBy() != null) {
            return false;
        }
        var starts = core.models().process(scope).eventStartsOf(core.models().find(scope));
        var start = catching(starts, code);
        start.ifPresent(event -> core.events().trigger(scope, event, payload));
        return start.isPresent();
    }

    private boolean atBoundary(ElementInstance element, String code, Map<String, JsonValue> payload) {
        if (element.isProcess() || element.isInner()) {
            return false;
        }
        var attached = core.models().process(element).boundariesOf(core.models().node(element));
        var boundary = catching(attached, code);
        boundary.ifPresent(event -> core.events().trigger(element, event, payload));
        return boundary.isPresent();
    }

    /** An event for exactly this code goes before one for every error. */
    private static Optional<Node> catching(List<Node> events, String code) {
        return events.stream()
                .filter(event -> Events.triggerOf(event) instanceof Trigger.Error error
                        && (error.code() == null || error.code().text().equals(code)))
                .min(Comparator.comparing(
                        event -> Events.triggerOf(event) instanceof Trigger.Error error && error.code() == null));
    }

    /** What is around an element: its scope, or the call activity that called its process. */
    private Optional<ElementInstance> around(ElementInstance element) {
        return Optional.ofNullable(core.instances().around(element));
    }
}
