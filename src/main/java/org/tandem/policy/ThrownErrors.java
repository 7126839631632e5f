package org.tandem.policy;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandem.bpmn.Behaviour;
import org.tandem.bpmn.Library;
import org.tandem.bpmn.Node;
import org.tandem.bpmn.ProcessModel;
import org.tandem.bpmn.feel.Expression;
import org.tandem.policy.states.Capabilities;

/** The error codes that can come out of the part of a process that an error event watches. */
final class ThrownErrors {

    private final Library library;
    private final Capabilities capabilities;
    private final Set<String> seen = new HashSet<>();

    ThrownErrors(Library library, Capabilities capabilities) {
        this.library = library;
        this.capabilities = capabilities;
    }

    /** What the activity under a boundary event throws, or the scope around an event sub-process. */
    Set<String> within(ProcessModel process, Node event) {
        if (event.behaviour() instanceof Behaviour.Boundary boundary) {
            return by(process, process.node(boundary.attachedTo()));
        }
        var eventSubProcess = event.parent() == null ? null : process.node(event.parent());
        return inside(process, eventSubProcess == null ? null : eventSubProcess.parent());
    }

    private Set<String> by(ProcessModel process, Node node) {
        return switch (node.behaviour()) {
            case Behaviour.Job job ->
                job.type()
                        .constant()
                        .flatMap(capabilities::worker)
                        .map(worker -> worker.errors())
                        .orElse(Set.of());
            case Behaviour.ThrowError end -> end.code().constant().map(Set::of).orElse(Set.of());
            case Behaviour.SubProcess sub -> inside(process, node.id());
            case Behaviour.Call call ->
                Optional.ofNullable(call.process())
                        .flatMap(Expression::constant)
                        .map(library.processes()::get)
                        .map(called -> inside(called, null))
                        .orElse(Set.of());
            default -> Set.of();
        };
    }

    private Set<String> inside(ProcessModel process, @Nullable String parent) {
        var codes = new HashSet<String>();
        if (seen.add(process.id() + "/" + parent)) {
            process.nodes().values().stream()
                    .filter(node -> parent == null ? node.parent() == null : parent.equals(node.parent()))
                    .forEach(node -> codes.addAll(by(process, node)));
        }
        return codes;
    }
}
