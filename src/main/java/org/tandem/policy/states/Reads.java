package org.tandem.policy.states;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tandem.bpmn.Behaviour;
import org.tandem.bpmn.Behaviour.Trigger;
import org.tandem.bpmn.Form;
import org.tandem.bpmn.Library;
import org.tandem.bpmn.Node;
import org.tandem.bpmn.ProcessModel;
import org.tandem.bpmn.feel.Expression;
import org.tandem.bpmn.feel.Reading;
import org.tandem.bpmn.feel.Scope;

/** The variables that nodes read: some when a token comes, some when it goes on. */
final class Reads {

    private final Library library;
    private final Capabilities capabilities;
    private final Map<String, Set<String>> inProcess = new HashMap<>();

    Reads(Library library, Capabilities capabilities) {
        this.library = library;
        this.capabilities = capabilities;
    }

    /** When a process begins, for the event sub-processes that are waiting from then on. */
    Set<String> opening(ProcessModel process) {
        return variables(process.eventStartsOf(null).stream().flatMap(Reads::ofTrigger))
                .collect(Collectors.toSet());
    }

    /** When a token comes, to map it in. */
    Set<String> mapped(Node node) {
        return variables(inputs(node)).collect(Collectors.toSet());
    }

    /** When a token has come, also for the events that are waited for from then on. */
    Set<String> coming(ProcessModel process, Node node) {
        var events = Stream.of(
                        Stream.of(node),
                        process.boundariesOf(node).stream(),
                        process.eventStartsOf(node).stream(),
                        behind(process, node))
                .flatMap(nodes -> nodes);
        return Stream.of(variables(onComing(node)), variables(events.flatMap(Reads::ofTrigger)), ofWorker(node))
                .flatMap(names -> names)
                .collect(Collectors.toSet());
    }

    /** When a token goes on. */
    Set<String> going(Node node) {
        return variables(onGoing(node)).collect(Collectors.toSet());
    }

    /** Anywhere in a process, or in one it calls. */
    Set<String> in(ProcessModel process) {
        var known = inProcess.get(process.id());
        if (known != null) {
            return known;
        }
        var names = new HashSet<String>();
        inProcess.put(process.id(), names);
        for (var node : process.nodes().values()) {
            variables(expressions(node)).forEach(names::add);
            ofWorker(node).forEach(names::add);
            called(node).forEach(inner -> names.addAll(in(inner)));
        }
        return names;
    }

    Stream<Expression> expressions(Node node) {
        return Stream.of(inputs(node), onComing(node), ofTrigger(node), onGoing(node))
                .flatMap(expressions -> expressions);
    }

    /** The events that an event-based gateway waits for. */
    static Stream<Node> behind(ProcessModel process, Node node) {
        return node.behaviour() instanceof Behaviour.EventGateway
                ? node.outgoing().stream().map(flow -> process.node(flow.target()))
                : Stream.of();
    }

    private static Stream<Expression> inputs(Node node) {
        return node.inputs().stream().map(Node.Mapping::source);
    }

    private Stream<Expression> onComing(Node node) {
        return switch (node.behaviour()) {
            case Behaviour.Job job -> Stream.of(job.type(), job.retries());
            case Behaviour.UserTask task ->
                Stream.concat(
                        task.attributes().stream(),
                        form(node).flatMap(form -> form.shows().stream()).map(Form.Shown::expression));
            default -> Stream.of();
        };
    }

    private Stream<Expression> onGoing(Node node) {
        return Stream.of(
                        node.outputs().stream().map(Node.Mapping::source),
                        node.outgoing().stream().map(Node.Flow::condition).flatMap(Stream::ofNullable),
                        working(node.behaviour()))
                .flatMap(expressions -> expressions);
    }

    private Stream<Expression> working(Behaviour behaviour) {
        return switch (behaviour) {
            case Behaviour.Script script -> Stream.of(script.expression());
            case Behaviour.Decide task ->
                Stream.ofNullable(task.decision())
                        .flatMap(decision -> decision.constant().stream())
                        .flatMap(library::withRequired)
                        .flatMap(decision -> decision.expressions().stream());
            default -> Stream.of();
        };
    }

    private static Stream<Expression> ofTrigger(Node node) {
        return switch (Subscriptions.trigger(node)) {
            case Trigger.Message message -> Stream.ofNullable(message.correlationKey());
            case Trigger.Timer timer -> Stream.of(timer.when());
            case null -> Stream.of();
            default -> Stream.of();
        };
    }

    private Stream<String> ofWorker(Node node) {
        if (!(node.behaviour() instanceof Behaviour.Job job)) {
            return Stream.of();
        }
        var type = job.type().constant();
        return Stream.concat(
                type.filter(Vocabulary.SENDING_JOB::equals).map(sending -> Vocabulary.GATE_VARIABLE).stream(),
                type.flatMap(capabilities::worker).stream()
                        .flatMap(worker -> worker.reads().stream())
                        .map(Vocabulary::variable));
    }

    /** When a token goes on, because only a field of it is written and the rest stays. */
    Set<String> extended(Node node) {
        return Stream.concat(
                        node.outputs().stream()
                                .map(output -> List.of(output.target().split("\\."))),
                        form(node).flatMap(form -> form.filled().stream()).map(Form.Field::path))
                .filter(path -> path.size() > 1)
                .map(List::getFirst)
                .collect(Collectors.toSet());
    }

    Stream<ProcessModel> called(Node node) {
        return node.behaviour() instanceof Behaviour.Call call && call.process() != null
                ? call.process().constant().map(library.processes()::get).stream()
                : Stream.of();
    }

    private Stream<Form> form(Node node) {
        return node.behaviour() instanceof Behaviour.UserTask task ? library.form(task).stream() : Stream.of();
    }

    private static Stream<String> variables(Stream<Expression> expressions) {
        return expressions
                .flatMap(expression -> expression.readingsIn(Scope.ANYTHING).stream())
                .map(Reading::variable);
    }
}
