package org.tandem.engine.core;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tandem.bpmn.Behaviour.Trigger;
import org.tandem.bpmn.Node;
import org.tandem.engine.state.ElementInstance;

/** Looks for who catches an escalation, from the element outwards. Unlike an error it may be caught by nobody, or beside. */
final class Escalations {

    private final Core core;

    Escalations(Core core) {
        this.core = core;
    }

    /** True when it was caught by an interrupting event, so that the element that threw it is gone. */
    boolean interrupts(ElementInstance element, String code) {
        for (var at = core.instances().around(element);
                at != null;
                at = core.instances().around(at)) {
            var process = core.models().process(at);
            if (at.tokens().interruptedBy() == null && !at.isBody()) {
                var start = catching(process.eventStartsOf(core.models().find(at)), code);
                if (start.isPresent()) {
                    core.events().trigger(at, start.get(), Map.of());
                    return Events.isInterrupting(start.get());
                }
            }
            if (!at.isProcess() && !at.isInner()) {
                var boundary = catching(process.boundariesOf(core.models().node(at)), code);
                if (boundary.isPresent()) {
                    core.events().trigger(at, boundary.get(), Map.of());
                    return Events.isInterrupting(boundary.get());
                }
            }
        }
        return false;
    }

    private static Optional<Node> catching(List<Node> events, String code) {
        return events.stream()
                .filter(event -> Events.triggerOf(event) instanceof Trigger.Escalation escalation
                        && (escalation.code() == null
                                || escalation.code().text().equals(code)))
                .min(Comparator.comparing(event ->
                        Events.triggerOf(event) instanceof Trigger.Escalation escalation && escalation.code() == null));
    }
}
