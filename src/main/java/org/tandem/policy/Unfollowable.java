package org.tandem.policy;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tandem.bpmn.Behaviour;
import org.tandem.bpmn.Behaviour.Trigger;
import org.tandem.bpmn.Node;

/** What engines run but the rules cannot follow, so that nothing could be proven of a process that has it. */
final class Unfollowable {

    private static final String OTHER_EVENT = "an event that is neither a message, a timer nor an error";

    private Unfollowable() {}

    static Optional<String> what(Node node) {
        return Optional.ofNullable(
                node.repetition() == null ? what(node.behaviour()) : "a repetition (multi-instance)");
    }

    private static @Nullable String what(Behaviour behaviour) {
        return switch (behaviour) {
            case Behaviour.Unknown unknown -> unknown.what();
            case Behaviour.ThrowEscalation escalation -> "this kind of event (escalation)";
            case Behaviour.ThrowSignal signal -> "this kind of event (signal)";
            case Behaviour.ThrowLink link -> "this kind of event (link)";
            case Behaviour.CatchLink link -> OTHER_EVENT;
            case Behaviour.Inclusive gateway -> "this kind of element (inclusive gateway)";
            case Behaviour.Start start -> what(start.trigger());
            case Behaviour.Catch event -> what(event.trigger());
            case Behaviour.Boundary boundary -> what(boundary.trigger());
            default -> null;
        };
    }

    private static @Nullable String what(@Nullable Trigger trigger) {
        return switch (trigger) {
            case Trigger.Unknown unknown -> unknown.what();
            case Trigger.Signal signal -> OTHER_EVENT;
            case Trigger.Escalation escalation -> OTHER_EVENT;
            case null -> null;
            default -> null;
        };
    }
}
