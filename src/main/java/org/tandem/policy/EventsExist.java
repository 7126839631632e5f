package org.tandem.policy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandem.bpmn.Behaviour.Trigger;
import org.tandem.bpmn.Library;
import org.tandem.bpmn.Node;
import org.tandem.bpmn.ProcessModel;
import org.tandem.bpmn.feel.Expression;
import org.tandem.policy.states.Capabilities;
import org.tandem.policy.states.Capabilities.SentMessage;

/** The part of {@link NamesExist} about events: somebody sends the messages, with the right key, and somebody throws the errors. */
final class EventsExist {

    private final Library library;
    private final Capabilities capabilities;
    private final List<Violation> violations;
    private final Set<String> started = new HashSet<>();

    EventsExist(Library library, Capabilities capabilities, List<Violation> violations) {
        this.library = library;
        this.capabilities = capabilities;
        this.violations = violations;
    }

    /** Messages that should start a process, and do not in any of those that were checked. */
    void unheardStarts() {
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
    }

    void check(ProcessModel process, Node node, @Nullable Trigger trigger, boolean startsProcess) {
        switch (trigger) {
            case Trigger.Message message -> message(process, node, message, startsProcess);
            case Trigger.Error error -> error(process, node, error.code());
            case null -> {}
            default -> {}
        }
    }

    private void message(ProcessModel process, Node node, Trigger.Message message, boolean startsProcess) {
        var name = message.name().constant();
        if (name.isEmpty()) {
            violations.add(NamesExist.unfollowable(process, node, "a message whose name is only known when it runs"));
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
        } else if (key == null
                || !key.isPlainText() && !expected.equals(key.variable().orElse(""))) {
            names(
                    process,
                    node,
                    "the message %s is sent with the key %s, but here it is expected with %s"
                            .formatted(message, expected, key == null ? "none" : "=" + key.text()),
                    "Set the subscription correlation key of the message to =%s".formatted(expected));
        }
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
        violations.add(Violation.at(process.file(), node, Rule.NAMES_EXIST, message, remedy));
    }
}
