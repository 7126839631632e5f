package org.tandem.policy;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandem.bpmn.Behaviour;
import org.tandem.bpmn.Behaviour.Trigger;
import org.tandem.bpmn.Node;
import org.tandem.bpmn.ProcessModel;
import org.tandem.bpmn.feel.Expression;
import org.tandem.policy.states.Capabilities;

/** Whether a process has to do with the application: it gives work to its workers, or listens to its messages. */
final class Concern {

    private final Capabilities capabilities;

    Concern(Capabilities capabilities) {
        this.capabilities = capabilities;
    }

    boolean has(ProcessModel process) {
        return process.nodes().values().stream().anyMatch(this::has);
    }

    private boolean has(Node node) {
        return node.listeners().stream().anyMatch(capabilities.workers()::containsKey)
                || switch (node.behaviour()) {
                    case Behaviour.Job job -> isIn(capabilities.workers().keySet(), job.type());
                    case Behaviour.Start start -> hears(start.trigger());
                    case Behaviour.Catch event -> hears(event.trigger());
                    case Behaviour.Boundary boundary -> hears(boundary.trigger());
                    default -> false;
                };
    }

    private boolean hears(@Nullable Trigger trigger) {
        return trigger instanceof Trigger.Message message
                && isIn(capabilities.messages().keySet(), message.name());
    }

    private static boolean isIn(Set<String> known, Expression name) {
        return name.constant().filter(known::contains).isPresent();
    }
}
