package org.tandem.bpmn;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tandem.bpmn.Behaviour.Trigger;

/** What the model library lets pass although no engine could run it. */
final class Structure {

    private final ProcessModel process;
    private final List<String> problems = new ArrayList<>();

    private Structure(ProcessModel process) {
        this.process = process;
    }

    static List<String> problems(ProcessModel process) {
        var structure = new Structure(process);
        structure.starts(null, process.id());
        process.nodes().values().forEach(structure::check);
        return structure.problems;
    }

    private void problem(String element, String what) {
        problems.add("element '%s': %s".formatted(element, what));
    }

    private void starts(@Nullable Node scope, String id) {
        if (process.startsOf(scope).isEmpty()) {
            problem(id, "it needs a start event");
        }
    }

    private void check(Node node) {
        switch (node.behaviour()) {
            case Behaviour.SubProcess sub -> {
                starts(node, node.id());
                if (process.startsOf(node).size() > 1) {
                    problem(node.id(), "it may have only one start event");
                }
            }
            case Behaviour.Start start -> start(node, start.trigger());
            case Behaviour.Catch event -> trigger(node, event.trigger(), true);
            case Behaviour.Boundary boundary -> {
                trigger(node, boundary.trigger(), true);
                if (!process.nodes().containsKey(boundary.attachedTo())) {
                    problem(node.id(), "it has to be attached to an activity");
                }
            }
            case Behaviour.ThrowLink link -> {
                if (process.childrenOf(process.parentOf(node)).stream()
                        .noneMatch(other -> other.behaviour() instanceof Behaviour.CatchLink caught
                                && caught.name().equals(link.name()))) {
                    problem(node.id(), "there is no link catch event with the name '%s'".formatted(link.name()));
                }
            }
            case Behaviour.Script script -> {
                if (script.resultVariable().isBlank()) {
                    problem(node.id(), "it needs a result variable");
                }
            }
            case Behaviour.Decide task -> {
                if (task.decision() == null || task.resultVariable().isBlank()) {
                    problem(node.id(), "it needs a decision id and a result variable, or a job type");
                }
            }
            case Behaviour.Call call -> {
                if (call.process() == null) {
                    problem(node.id(), "it needs the id of the process that it calls");
                }
            }
            case Behaviour.EventGateway gateway ->
                node.outgoing().stream()
                        .map(flow -> process.node(flow.target()))
                        .filter(target -> !(target.behaviour() instanceof Behaviour.Catch))
                        .forEach(target -> problem(
                                node.id(), "'%s' behind it is no event that can be waited for".formatted(target.id())));
            default -> {}
        }
        if (node.repetition() != null
                && (node.repetition().outputs() == null) != (node.repetition().output() == null)) {
            problem(node.id(), "an output collection and an output element go together");
        }
    }

    private void start(Node node, @Nullable Trigger trigger) {
        trigger(node, trigger, isEventSubProcessStart(node));
        if (node.parent() == null
                && trigger instanceof Trigger.Timer timer
                && timer.kind() == Trigger.Timer.Kind.DURATION) {
            problem(node.id(), "a timer that starts a process needs a date or a cycle");
        }
    }

    private boolean isEventSubProcessStart(Node node) {
        var parent = process.parentOf(node);
        return parent != null && parent.behaviour() instanceof Behaviour.SubProcess sub && sub.triggeredByEvent();
    }

    private void trigger(Node node, @Nullable Trigger trigger, boolean needsKey) {
        if (needsKey && trigger instanceof Trigger.Message message && message.correlationKey() == null) {
            problem(
                    node.id(),
                    "its message '%s' needs a correlation key"
                            .formatted(message.name().text()));
        }
        if (isEventSubProcessStart(node) && trigger == null) {
            problem(node.id(), "the start event of an event sub-process needs a trigger");
        }
    }
}
