package org.tandem.process.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandem.process.model.feel.Expression;
import org.tandem.process.model.file.Behaviour;
import org.tandem.process.model.file.Behaviour.Binding;
import org.tandem.process.model.file.Behaviour.Trigger;
import org.tandem.process.model.file.Library;
import org.tandem.process.model.file.Node;
import org.tandem.process.model.file.ProcessModel;
import org.tandem.process.model.flow.Capabilities;
import org.tandem.process.model.flow.Capabilities.SentMessage;

/**
 * The fourth rule, asked of every element, reachable or not: job types have workers, messages are sent and carry the right key, forms,
 * decisions and called processes are among the models and bound to the same deployment, errors that are caught are thrown, and every
 * start message of the application starts something.
 */
final class NamesExist {

    private final Library library;
    private final Capabilities capabilities;
    private final List<Violation> violations = new ArrayList<>();
    private final Set<String> started = new HashSet<>();

    NamesExist(Library library, Capabilities capabilities) {
        this.library = library;
        this.capabilities = capabilities;
    }

    List<Violation> violations() {
        library.processes().values().forEach(this::process);
        capabilities.messages().values().stream()
                .filter(SentMessage::startsProcesses)
                .map(SentMessage::name)
                .filter(name -> !started.contains(name))
                .sorted()
                .forEach(name -> violations.add(new Violation(
                        "processes",
                        Violation.Element.WHOLE_FILE,
                        Rule.NAMES_EXIST,
                        "no process is started by the message %s, so what it reports is lost".formatted(name),
                        "Give a process a message start event \"%s\"".formatted(name))));
        return violations;
    }

    private void process(ProcessModel process) {
        process.nodes().values().forEach(node -> node(process, node));
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
            case Behaviour.Catch event -> trigger(process, node, event.trigger(), false);
            case Behaviour.Boundary boundary -> trigger(process, node, boundary.trigger(), false);
            case Behaviour.Start start -> trigger(process, node, start.trigger(), node.parent() == null);
            case Behaviour.Unknown unknown -> unknown(process, node, unknown.what());
            default -> {}
        }
        node.listeners().stream()
                .filter(type -> capabilities.worker(type).isEmpty())
                .forEach(type -> noWorker(process, node, type));
    }

    private void unknown(ProcessModel process, Node node, String what) {
        add(
                process,
                node,
                Rule.FOLLOWABLE,
                "the policy cannot follow " + what,
                "Model it with tasks, message, timer and error events, and exclusive, parallel or event-based gateways");
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
                    "Link a form%s".formatted(Similar.to("", library.forms().keySet())));
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

    private void trigger(ProcessModel process, Node node, @Nullable Trigger trigger, boolean startsProcess) {
        switch (trigger) {
            case Trigger.Message message -> message(process, node, message, startsProcess);
            case Trigger.Error error -> error(process, node, error.code());
            case Trigger.Unknown unknown -> unknown(process, node, unknown.what());
            case Trigger.Timer timer -> {}
            case null -> {}
        }
    }

    private void message(ProcessModel process, Node node, Trigger.Message message, boolean startsProcess) {
        var name = message.name().constant();
        if (name.isEmpty()) {
            add(
                    process,
                    node,
                    Rule.FOLLOWABLE,
                    "which message it waits for is only known when the process runs",
                    "Write its name as plain text");
            return;
        }
        var sent = capabilities.message(name.get());
        if (sent.isEmpty()) {
            names(
                    process,
                    node,
                    "nobody sends the message %s".formatted(name.get()),
                    "Correct its name%s"
                            .formatted(Similar.to(
                                    name.get(), capabilities.messages().keySet())));
        } else if (startsProcess) {
            started.add(name.get());
            if (!sent.get().startsProcesses()) {
                names(
                        process,
                        node,
                        "the message %s goes to an inquiry that is already running, it would start a second process"
                                .formatted(name.get()),
                        "Start with a message that begins an inquiry");
            }
        } else {
            key(process, node, name.get(), message.correlationKey(), sent.get().correlationVariable());
        }
    }

    private void key(
            ProcessModel process, Node node, String message, @Nullable Expression key, @Nullable String expected) {
        if (expected == null) {
            names(
                    process,
                    node,
                    "the message %s only starts processes, it never reaches one that is running".formatted(message),
                    "Wait for another message");
        } else if (key == null || !expected.equals(key.variable().orElse(""))) {
            names(
                    process,
                    node,
                    "the message %s is sent with the key %s, but here it is expected with %s"
                            .formatted(message, expected, key == null ? "none" : "=" + key.text()),
                    "Set the subscription correlation key of the message to =%s".formatted(expected));
        }
    }

    private static boolean isPlain(Node start) {
        return start.behaviour() instanceof Behaviour.Start event && event.trigger() == null;
    }

    private void error(ProcessModel process, Node node, @Nullable Expression code) {
        if (code == null) {
            return;
        }
        var thrown = new ThrownErrors(library, capabilities).within(process, node);
        if (code.constant().isEmpty() || !thrown.contains(code.constant().get())) {
            names(
                    process,
                    node,
                    "nothing in there throws the error %s".formatted(code.text()),
                    "Correct the error code%s".formatted(Similar.to(code.text(), thrown)));
        }
    }

    private void names(ProcessModel process, Node node, String message, String remedy) {
        add(process, node, Rule.NAMES_EXIST, message, remedy);
    }

    private void add(ProcessModel process, Node node, Rule rule, String message, String remedy) {
        violations.add(Violation.at(process.file(), node, rule, message, remedy));
    }
}
