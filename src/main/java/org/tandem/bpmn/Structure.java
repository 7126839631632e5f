package org.tandem.bpmn;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tandem.bpmn.Behaviour.Trigger;

/** What the model library lets pass although no engine could run it, or would run it otherwise than it is drawn. */
final class Structure {

    private final ProcessModel process;
    private final List<Problem> problems = new ArrayList<>();

    private Structure(ProcessModel process) {
        this.process = process;
    }

    static List<Problem> problems(ProcessModel process) {
        var structure = new Structure(process);
        if (process.startsOf(null).isEmpty()) {
            structure.problems.add(new Problem(
                    process.file(), process.id(), process.name(), "it has no start event", "Give it a start event"));
        }
        process.nodes().values().forEach(structure::check);
        return structure.problems;
    }

    private void problem(Node node, String what, String remedy) {
        problems.add(new Problem(process.file(), node.id(), node.name(), what, remedy));
    }

    private void check(Node node) {
        flows(node);
        switch (node.behaviour()) {
            case Behaviour.SubProcess sub -> {
                if (process.startsOf(node).size() != 1) {
                    problem(node, "it has no start event, or more than one", "Give it exactly one start event");
                }
            }
            case Behaviour.Start start -> start(node, start.trigger());
            case Behaviour.Catch event -> key(node, event.trigger());
            case Behaviour.Boundary boundary -> boundary(node, boundary);
            case Behaviour.ThrowLink link -> link(node, link.name());
            case Behaviour.Script script -> {
                if (script.resultVariable().isBlank()) {
                    problem(node, "its result goes nowhere", "Give it a result variable");
                }
            }
            case Behaviour.Decide task -> {
                if (task.decision() == null) {
                    problem(node, "this task calls no decision", "Choose the decision it calls");
                } else if (task.resultVariable().isBlank()) {
                    problem(node, "the result of the decision goes nowhere", "Give it a result variable");
                }
            }
            case Behaviour.Call call -> {
                if (call.process() == null) {
                    problem(node, "it calls no process", "Choose the process it calls");
                }
            }
            case Behaviour.EventGateway gateway -> waits(node);
            default -> {}
        }
        if (node.repetition() != null
                && (node.repetition().outputs() == null) != (node.repetition().output() == null)) {
            problem(node, "an output collection and an output element go together", "Write both, or neither");
        }
    }

    private void flows(Node node) {
        new Flows(node).problems().forEach(wrong -> problem(node, wrong.what(), wrong.remedy()));
    }

    private void boundary(Node node, Behaviour.Boundary boundary) {
        key(node, boundary.trigger());
        if (boundary.interrupting()
                && boundary.trigger() instanceof Trigger.Timer timer
                && timer.kind() == Trigger.Timer.Kind.CYCLE) {
            problem(
                    node,
                    "it interrupts, and so happens only once, but its timer goes by a cycle",
                    "Choose a duration or a date, or let it not interrupt");
        }
    }

    private void waits(Node gateway) {
        for (var flow : gateway.outgoing()) {
            var target = process.node(flow.target());
            if (!(target.behaviour() instanceof Behaviour.Catch)) {
                problem(
                        gateway,
                        "\"%s\" behind it is no event that can be waited for".formatted(target.label()),
                        "Lead it only to message, timer and signal events");
            } else if (target.incoming() > 1) {
                problem(
                        gateway,
                        "another flow leads to \"%s\" behind it as well".formatted(target.label()),
                        "Lead the other flow elsewhere");
            }
        }
    }

    private void link(Node node, String name) {
        if (process.childrenOf(process.parentOf(node)).stream()
                .noneMatch(other -> other.behaviour() instanceof Behaviour.CatchLink caught
                        && caught.name().equals(name))) {
            problem(
                    node,
                    "there is no link catch event with the name '%s'".formatted(name),
                    "Give the event at the other end the same name");
        }
    }

    private void start(Node node, @Nullable Trigger trigger) {
        if (isEventSubProcessStart(node)) {
            key(node, trigger);
            if (trigger == null) {
                problem(
                        Objects.requireNonNull(process.parentOf(node)),
                        "its start event has no trigger, so nothing ever starts it",
                        "Give its start event a message, a timer, an error, a signal or an escalation");
            }
        } else if (node.parent() == null
                && trigger instanceof Trigger.Timer timer
                && timer.kind() == Trigger.Timer.Kind.DURATION) {
            problem(
                    node,
                    "a timer that starts a process goes by a duration, but nothing runs yet from which it could count",
                    "Choose a date or a cycle");
        } else if (trigger instanceof Trigger.Error || trigger instanceof Trigger.Escalation) {
            problem(
                    node,
                    "errors and escalations start no process",
                    "Use another start event, or an event sub-process around what throws it");
        }
    }

    private boolean isEventSubProcessStart(Node node) {
        var parent = process.parentOf(node);
        return parent != null && parent.behaviour() instanceof Behaviour.SubProcess sub && sub.triggeredByEvent();
    }

    private void key(Node node, @Nullable Trigger trigger) {
        if (trigger instanceof Trigger.Message message && message.correlationKey() == null) {
            problem(
                    node,
                    "its message '%s' needs a correlation key"
                            .formatted(message.name().text()),
                    "Write which inquiry the message belongs to, such as =inquiryId");
        }
    }
}
