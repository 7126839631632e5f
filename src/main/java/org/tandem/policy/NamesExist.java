package org.tandem.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tandem.bpmn.Behaviour;
import org.tandem.bpmn.Behaviour.Binding;
import org.tandem.bpmn.Library;
import org.tandem.bpmn.Node;
import org.tandem.bpmn.ProcessModel;
import org.tandem.bpmn.feel.Expression;
import org.tandem.policy.states.Capabilities;

/**
 * The fourth rule, asked of every element, reachable or not: job types have workers, messages are sent and carry the right key, forms,
 * decisions and called processes are among the models and bound to the same deployment, errors that are caught are thrown, and every
 * start message of the application starts something.
 */
final class NamesExist {

    private final Library library;
    private final Capabilities capabilities;
    private final List<Violation> violations = new ArrayList<>();
    private final EventsExist events;

    NamesExist(Library library, Capabilities capabilities) {
        this.library = library;
        this.capabilities = capabilities;
        this.events = new EventsExist(library, capabilities, violations);
    }

    List<Violation> violations() {
        violationsOfPart();
        library.processes().values().forEach(this::starts);
        events.unheardStarts();
        return violations;
    }

    /** Of some of the models: the others may start them, and hear the rest of the messages. */
    List<Violation> violationsOfPart() {
        library.processes().values().forEach(process -> process.nodes().values().forEach(node -> node(process, node)));
        return violations;
    }

    private void starts(ProcessModel process) {
        var startsByItself = process.startsOf(null).stream().anyMatch(start -> !isPlain(start));
        if (!startsByItself && !ModelPolicy.isCalled(library, process)) {
            violations.add(new Violation(
                    process.file(),
                    new Violation.Element(process.id(), process.name()),
                    Rule.NAMES_EXIST,
                    "nothing starts this process",
                    "Call it from another process, give it a message start event, or take it out of the folder"));
        }
    }

    private void node(ProcessModel process, Node node) {
        switch (node.behaviour()) {
            case Behaviour.Job job -> worker(process, node, job.type());
            case Behaviour.UserTask task -> form(process, node, task);
            case Behaviour.Decide task -> decision(process, node, task);
            case Behaviour.Call call -> called(process, node, call);
            case Behaviour.Catch event -> events.check(process, node, event.trigger(), false);
            case Behaviour.Boundary boundary -> events.check(process, node, boundary.trigger(), false);
            case Behaviour.Start start -> events.check(process, node, start.trigger(), node.parent() == null);
            default -> {}
        }
        Unfollowable.what(node).ifPresent(what -> violations.add(unfollowable(process, node, what)));
        node.listeners().stream()
                .filter(type -> capabilities.worker(type).isEmpty())
                .forEach(type -> noWorker(process, node, type));
    }

    static Violation unfollowable(ProcessModel process, Node node, String what) {
        return Violation.at(
                process.file(),
                node,
                Rule.FOLLOWABLE,
                "the policy cannot follow " + what,
                "Model it with tasks, message, timer and error events, and exclusive, parallel or event-based"
                        + " gateways");
    }

    private void worker(ProcessModel process, Node node, Expression type) {
        var constant = type.constant();
        if (constant.isEmpty()) {
            add(
                    process,
                    node,
                    Rule.FOLLOWABLE,
                    "the job type is only known when the process runs",
                    "Write the job type as plain text");
        } else if (capabilities.worker(constant.get()).isEmpty()) {
            noWorker(process, node, constant.get());
        }
    }

    private void noWorker(ProcessModel process, Node node, String type) {
        names(
                process,
                node,
                "no worker does the job %s".formatted(type),
                "Correct the job type%s"
                        .formatted(Similar.to(type, capabilities.workers().keySet())));
    }

    private void form(ProcessModel process, Node node, Behaviour.UserTask task) {
        if (task.form() == null) {
            names(
                    process,
                    node,
                    "this task has no form",
                    "Link a form%s"
                            .formatted(Similar.to(
                                    node.label().toLowerCase(Locale.ROOT),
                                    library.forms().keySet())));
            return;
        }
        exists(process, node, "form", task.form(), library.forms().keySet(), task.binding());
    }

    private void decision(ProcessModel process, Node node, Behaviour.Decide task) {
        if (task.decision() == null) {
            names(process, node, "this task calls no decision", "Choose the decision it calls");
            return;
        }
        exists(process, node, "decision", task.decision(), library.decisions().keySet(), task.binding());
        if (task.resultVariable().isBlank()) {
            names(process, node, "the result of the decision goes nowhere", "Give it a result variable");
        }
    }

    private void called(ProcessModel process, Node node, Behaviour.Call call) {
        if (call.process() == null) {
            names(process, node, "this activity calls no process", "Choose the process it calls");
            return;
        }
        exists(process, node, "process", call.process(), library.processes().keySet(), call.binding());
        call.process().constant().map(library.processes()::get).ifPresent(called -> {
            if (called.startsOf(null).stream().noneMatch(NamesExist::isPlain)) {
                names(
                        process,
                        node,
                        "the process %s cannot be called, it has no start event without a trigger"
                                .formatted(called.id()),
                        "Give it a plain start event");
            }
        });
    }

    private void exists(
            ProcessModel process, Node node, String kind, Expression id, Set<String> known, Binding binding) {
        var constant = id.constant();
        if (constant.isEmpty()) {
            add(
                    process,
                    node,
                    Rule.FOLLOWABLE,
                    "which %s it uses is only known when the process runs".formatted(kind),
                    "Write its id as plain text");
        } else if (!known.contains(constant.get())) {
            names(
                    process,
                    node,
                    "there is no %s %s among the models".formatted(kind, constant.get()),
                    "Correct its id%s, or add the file".formatted(Similar.to(constant.get(), known)));
        }
        if (binding != Binding.DEPLOYMENT) {
            names(
                    process,
                    node,
                    "uses whatever version of the %s is there, not the one checked and deployed with it"
                            .formatted(kind),
                    "Set the binding to \"deployment\"");
        }
    }

    private static boolean isPlain(Node start) {
        return start.behaviour() instanceof Behaviour.Start event && event.trigger() == null;
    }

    private void names(ProcessModel process, Node node, String message, String remedy) {
        add(process, node, Rule.NAMES_EXIST, message, remedy);
    }

    private void add(ProcessModel process, Node node, Rule rule, String message, String remedy) {
        violations.add(Violation.at(process.file(), node, rule, message, remedy));
    }
}
