package org.tandem.policy.states;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tandem.bpmn.Behaviour;
import org.tandem.bpmn.Behaviour.Trigger;
import org.tandem.bpmn.Form;
import org.tandem.bpmn.Library;
import org.tandem.bpmn.Node;
import org.tandem.bpmn.ProcessModel;

/** The variables that nodes write whenever a token goes on. */
final class Writes {

    private final Library library;
    private final Capabilities capabilities;

    Writes(Library library, Capabilities capabilities) {
        this.library = library;
        this.capabilities = capabilities;
    }

    /** Those that only this node sees until it has ended. */
    Set<String> ownOf(ProcessModel process, Node node) {
        var own = new HashSet<>(locals(process, node));
        if (!node.outputs().isEmpty()) {
            own.addAll(results(node));
        }
        return own;
    }

    /** Those of the process itself, whatever they held before; what is written to variables of a scope inside it does not count. */
    Set<String> surely(ProcessModel process, Node node) {
        var written = new HashSet<String>();
        if (node.outputs().isEmpty()) {
            written.addAll(results(node));
            written.removeAll(locals(process, node));
        } else {
            node.outputs().stream()
                    .map(Node.Mapping::target)
                    .filter(Predicate.not(target -> target.contains(".")))
                    .forEach(written::add);
        }
        for (var around = process.parentOf(node); around != null; around = process.parentOf(around)) {
            written.removeAll(locals(process, around));
        }
        return written;
    }

    private Set<String> results(Node node) {
        return switch (node.behaviour()) {
            case Behaviour.Job job ->
                variables(job.type()
                        .constant()
                        .flatMap(capabilities::worker)
                        .map(Capabilities.Worker::writes)
                        .orElse(Set.of()));
            case Behaviour.UserTask task -> library.form(task).map(Form::fills).orElse(Set.of());
            case Behaviour.Decide task -> Set.of(task.resultVariable());
            case Behaviour.Script script -> Set.of(script.resultVariable());
            default -> brought(Subscriptions.trigger(node));
        };
    }

    Set<String> locals(ProcessModel process, Node scope) {
        return Stream.concat(
                        scope.inputs().stream().map(Node.Mapping::target).map(Vocabulary::variable),
                        scope.behaviour() instanceof Behaviour.SubProcess
                                ? process.startsOf(scope).stream()
                                        .flatMap(start -> brought(Subscriptions.trigger(start)).stream())
                                : Stream.of())
                .collect(Collectors.toSet());
    }

    private Set<String> brought(@Nullable Trigger trigger) {
        return trigger instanceof Trigger.Message message
                ? variables(message.name()
                        .constant()
                        .flatMap(capabilities::message)
                        .map(Capabilities.SentMessage::variables)
                        .orElse(Set.of()))
                : Set.of();
    }

    private static Set<String> variables(Set<String> names) {
        return names.stream().map(Vocabulary::variable).collect(Collectors.toSet());
    }
}
