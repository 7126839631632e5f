package org.tandem.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.tandem.bpmn.Behaviour;
import org.tandem.bpmn.Behaviour.Trigger;
import org.tandem.bpmn.Decision;
import org.tandem.bpmn.Form.Field;
import org.tandem.bpmn.Library;
import org.tandem.bpmn.Node;
import org.tandem.bpmn.feel.Expression;
import org.tandem.policy.states.Capabilities;

/**
 * All texts that a variable can be, where only decision tables, mappings and choices of forms write it. One name stands for one variable in
 * all processes here, which claims rather too little.
 */
final class TextsPossible {

    private static final Set<String> CHOICES = Set.of("select", "radio");

    private final Library library;
    private final Capabilities capabilities;

    TextsPossible(Library library, Capabilities capabilities) {
        this.library = library;
        this.capabilities = capabilities;
    }

    /** Nothing, if there may be others, or if nobody is known to write it. */
    Optional<Set<String>> of(List<String> path) {
        if (nodes().anyMatch(this::isOpen) || isBrought(path.getFirst())) {
            return Optional.empty();
        }
        var texts = new TreeSet<String>();
        for (var written : nodes().flatMap(node -> written(node, path)).toList()) {
            if (written.isEmpty()) {
                return Optional.empty();
            }
            texts.addAll(written.get());
        }
        return Optional.of(texts).filter(some -> !some.isEmpty()).map(Set::copyOf);
    }

    private Stream<Node> nodes() {
        return library.processes().values().stream().flatMap(process -> process.nodes().values().stream());
    }

    /** Whoever does this may write anything. */
    private boolean isOpen(Node node) {
        return switch (node.behaviour()) {
            case Behaviour.Job job ->
                job.type().constant().flatMap(capabilities::worker).isEmpty();
            case Behaviour.Call call ->
                call.process() == null
                        || !library.processes()
                                .containsKey(call.process().constant().orElse(""));
            case Behaviour.Unknown unknown -> true;
            case Behaviour.Catch event -> event.trigger() instanceof Trigger.Signal;
            case Behaviour.Boundary event -> event.trigger() instanceof Trigger.Signal;
            case Behaviour.Start event -> event.trigger() instanceof Trigger.Signal;
            default -> false;
        };
    }

    private boolean isBrought(String variable) {
        return Stream.concat(
                        capabilities.workers().values().stream().map(Capabilities.Worker::writes),
                        capabilities.messages().values().stream().map(Capabilities.SentMessage::variables))
                .flatMap(Set::stream)
                .anyMatch(name -> name.equals(variable) || name.startsWith(variable + "."));
    }

    private Stream<Optional<Set<String>>> written(Node node, List<String> path) {
        var mapped = Stream.concat(node.inputs().stream(), node.outputs().stream())
                .filter(mapping -> meets(List.of(mapping.target().split("\\.")), path))
                .map(mapping -> mapping.target().equals(String.join(".", path))
                        ? mapping.source().textResults(path)
                        : passedOn(mapping.source(), path));
        var repeated = node.repetition();
        var collected = repeated != null
                        && (path.getFirst().equals(repeated.item())
                                || path.getFirst().equals(repeated.outputs()))
                ? Stream.of(Optional.<Set<String>>empty())
                : Stream.<Optional<Set<String>>>of();
        return Stream.of(mapped, collected, results(node, path)).flatMap(some -> some);
    }

    /** The whole variable, of which the path is a field, may be passed on as it is, or emptied. */
    private static Optional<Set<String>> passedOn(Expression source, List<String> path) {
        return source.textResults(path.subList(0, 1)).filter(Set::isEmpty);
    }

    private Stream<Optional<Set<String>>> results(Node node, List<String> path) {
        return switch (node.behaviour()) {
            case Behaviour.Decide task ->
                task.resultVariable().equals(path.getFirst()) ? Stream.of(answers(task, path)) : Stream.of();
            case Behaviour.Script script ->
                script.resultVariable().equals(path.getFirst())
                        ? Stream.of(script.expression().textResults(path).filter(texts -> path.size() == 1))
                        : Stream.of();
            case Behaviour.UserTask task ->
                library.form(task).stream()
                        .flatMap(form -> form.filled().stream())
                        .filter(field -> meets(field.path(), path))
                        .map(field -> chosen(field, path));
            default -> Stream.of();
        };
    }

    private Optional<Set<String>> answers(Behaviour.Decide task, List<String> path) {
        var table = task.decision() == null
                ? null
                : task.decision().constant().map(library.decisions()::get).orElse(null);
        if (table == null || !table.isTable() || table.answersWithList() || table.aggregates()) {
            return Optional.empty();
        }
        return path.size() == (table.answersPlainly() ? 1 : 2)
                ? answers(table, table.answersPlainly() ? table.outputs().getFirst() : path.getLast())
                : Optional.empty();
    }

    private static Optional<Set<String>> answers(Decision table, String output) {
        var texts = new HashSet<String>();
        for (var rule : table.rules()) {
            var cell = Optional.ofNullable(rule.answers().get(output)).map(answer -> answer.textResults(List.of()));
            if (cell.isPresent() && cell.get().isEmpty()) {
                return Optional.empty();
            }
            cell.flatMap(some -> some).ifPresent(texts::addAll);
        }
        return Optional.of(texts);
    }

    private static Optional<Set<String>> chosen(Field field, List<String> path) {
        var values = field.schema().path("values");
        return CHOICES.contains(field.type())
                        && values.isArray()
                        && field.path().equals(path)
                ? Optional.of(StreamSupport.stream(values.spliterator(), false)
                        .map(value -> value.path("value"))
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::asText)
                        .collect(Collectors.toSet()))
                : Optional.empty();
    }

    private static boolean meets(List<String> one, List<String> other) {
        var shorter = Math.min(one.size(), other.size());
        return one.subList(0, shorter).equals(other.subList(0, shorter));
    }
}
