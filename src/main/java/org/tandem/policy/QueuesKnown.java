package org.tandem.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tandem.bpmn.Behaviour;
import org.tandem.bpmn.Decision;
import org.tandem.bpmn.Library;
import org.tandem.bpmn.ProcessModel;
import org.tandem.bpmn.feel.Expression;
import org.tandem.bpmn.feel.Scope;

/** Warns of a queue that nothing else names, but that is nearly called like another: nobody would see the task in it. */
final class QueuesKnown {

    private static final int TYPING_ERROR = 2;

    private final Library library;

    QueuesKnown(Library library) {
        this.library = library;
    }

    /** Queues that may be misspelt, so that what is compared with them may be right. */
    Set<String> suspects() {
        var named = named();
        return queues().filter(queue -> warning(queue, named).isPresent())
                .map(Queue::name)
                .collect(Collectors.toSet());
    }

    List<Violation> violations() {
        var named = named();
        return queues().distinct()
                .flatMap(queue -> warning(queue, named).stream())
                .toList();
    }

    private Stream<Queue> queues() {
        return library.processes().values().stream().flatMap(this::queues);
    }

    private Map<String, Long> named() {
        return library.decisions().values().stream()
                .flatMap(decision -> decision.cells().stream())
                .flatMap(cell -> cell.constants().all().stream())
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .collect(Collectors.groupingBy(text -> text, Collectors.counting()));
    }

    private record Queue(Decision table, String rule, String name) {}

    /** What the decisions answer that name the candidate groups of user tasks. */
    private Stream<Queue> queues(ProcessModel process) {
        Map<String, Decision> answers = new LinkedHashMap<>();
        process.nodes().values().forEach(node -> {
            if (node.behaviour() instanceof Behaviour.Decide task && task.decision() != null) {
                task.decision()
                        .constant()
                        .map(library.decisions()::get)
                        .ifPresent(table -> answers.put(task.resultVariable(), table));
            }
        });
        return process.nodes().values().stream()
                .flatMap(node -> node.behaviour() instanceof Behaviour.UserTask task
                        ? Stream.ofNullable(task.assignment().candidateGroups())
                        : Stream.of())
                .flatMap(groups -> groups.readingsIn(Scope.ANYTHING).stream())
                .flatMap(reading -> Stream.ofNullable(answers.get(reading.variable()))
                        .flatMap(table -> queues(table, reading.path().getLast())));
    }

    private static Stream<Queue> queues(Decision table, String output) {
        return table.rules().stream()
                .flatMap(rule -> Optional.ofNullable(rule.answers().get(output))
                        .flatMap(Expression::constant)
                        .map(name -> new Queue(table, rule.id(), name))
                        .stream());
    }

    private static Optional<Violation> warning(Queue queue, Map<String, Long> named) {
        if (named.getOrDefault(queue.name(), 0L) > 1) {
            return Optional.empty();
        }
        var others = new TreeSet<>(named.keySet());
        others.remove(queue.name());
        others.removeIf(other -> Similar.distance(other, queue.name()) > TYPING_ERROR);
        return others.stream()
                .findFirst()
                .map(other -> new Violation(
                                queue.table().file(),
                                new Violation.Element(
                                        queue.table().id(), queue.table().name()),
                                Rule.NAMES_EXIST,
                                "the queue \"%s\" of the rule %s is named nowhere else"
                                        .formatted(queue.name(), queue.rule()),
                                "Correct it (did you mean %s?), unless there is a group of agents of that name"
                                        .formatted(other))
                        .asWarning());
    }
}
