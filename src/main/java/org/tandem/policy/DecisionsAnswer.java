package org.tandem.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.tandem.bpmn.Behaviour;
import org.tandem.bpmn.Decision;
import org.tandem.bpmn.Library;
import org.tandem.bpmn.Node;
import org.tandem.bpmn.ProcessModel;
import org.tandem.policy.states.Capabilities;

/**
 * What a decision table answers is what the process reads: the rules of a table that may have one answer exclude each other, some rule
 * always holds where somebody needs the answer, and no list is read like a single value.
 */
final class DecisionsAnswer {

    private final Library library;
    private final Capabilities capabilities;
    private final List<Violation> violations = new ArrayList<>();

    DecisionsAnswer(Library library, Capabilities capabilities) {
        this.library = library;
        this.capabilities = capabilities;
    }

    List<Violation> violations() {
        library.decisions().values().stream()
                .filter(Decision::isTable)
                .filter(table ->
                        table.hitPolicy().equals("UNIQUE") || table.hitPolicy().equals("ANY"))
                .forEach(this::oneAnswer);
        library.decisions().values().stream()
                .filter(table -> table.hitPolicy().equals("FIRST"))
                .forEach(this::neverAsked);
        for (var process : library.processes().values()) {
            process.nodes().values().forEach(node -> asked(process, node));
        }
        return violations;
    }

    private void oneAnswer(Decision table) {
        var unique = table.hitPolicy().equals("UNIQUE");
        var overlaps = Cases.of(table, Map.of()).map(Cases::overlaps).orElse(List.of()).stream()
                .filter(overlap -> unique || !answers(table, overlap.one()).equals(answers(table, overlap.other())))
                .toList();
        overlaps.stream().findFirst().ifPresent(overlap -> {
            var more = overlaps.size() == 1 ? "" : ", and so it is with %d other pairs".formatted(overlaps.size() - 1);
            violation(
                    table,
                    "with the hit policy %s only one rule may hold, but rules %d and %d both hold%s%s"
                            .formatted(
                                    unique ? "UNIQUE" : "ANY, where they answer differently,",
                                    overlap.one(),
                                    overlap.other(),
                                    overlap.when().isEmpty() ? " always" : " when " + Cases.words(overlap.when()),
                                    more),
                    "Choose the hit policy FIRST, where the topmost rule counts, or change the rules so that they"
                            + " exclude each other");
        });
    }

    private void neverAsked(Decision table) {
        var rules = table.rules();
        IntStream.range(0, rules.size() - 1)
                .filter(rule -> rules.get(rule).tests().stream().allMatch(Optional::isEmpty))
                .findFirst()
                .ifPresent(rule -> violations.add(violationOf(
                                table,
                                "rule %d always holds, so that the rules below it are never asked".formatted(rule + 1),
                                "Move it to the end, or say in its input columns when it holds")
                        .asWarning()));
    }

    private static Map<String, String> answers(Decision table, int rule) {
        var answers = new LinkedHashMap<String, String>();
        table.rules().get(rule - 1).answers().forEach((output, answer) -> answers.put(output, answer.text()));
        return answers;
    }

    private void asked(ProcessModel process, Node node) {
        if (!(node.behaviour() instanceof Behaviour.Decide task)
                || task.decision() == null
                || task.resultVariable().isBlank()) {
            return;
        }
        var table = task.decision().constant().map(library.decisions()::get).orElse(null);
        if (table == null || !table.isTable()) {
            return;
        }
        var answer = new Answer(library, capabilities, process, task.resultVariable());
        if (table.answersWithList()) {
            answer.readPlainly()
                    .ifPresent(reader -> violation(
                            table,
                            "the hit policy %s makes the answer a list, but %s reads it like a single value"
                                    .formatted(table.hitPolicy(), reader),
                            "Choose the hit policy FIRST or UNIQUE, or say in the process which item is meant, as in =%s[1]"
                                    .formatted(task.resultVariable())));
        } else if (!table.aggregates()) {
            answer.readUnasked()
                    .ifPresent(reader -> gap(process, node, table)
                            .ifPresent(when -> violation(
                                    table,
                                    "no rule holds%s; then the answer is null, but %s reads it"
                                            .formatted(when.isEmpty() ? "" : " when " + Cases.words(when), reader),
                                    "Add a last rule that catches the rest, with a dash in every input column")));
        }
    }

    private Optional<Map<String, String>> gap(ProcessModel process, Node node, Decision table) {
        if (table.rules().isEmpty()) {
            return Optional.of(Map.of());
        }
        var known = new LinkedHashMap<String, Set<Object>>();
        for (var input : table.inputs()) {
            new Domain(library, process, node)
                    .of(input.expression())
                    .ifPresent(values -> known.put(input.expression().text(), values));
        }
        return Cases.of(table, known).flatMap(Cases::gap);
    }

    private void violation(Decision table, String message, String remedy) {
        violations.add(violationOf(table, message, remedy));
    }

    private static Violation violationOf(Decision table, String message, String remedy) {
        return new Violation(
                table.file(), new Violation.Element(table.id(), table.name()), Rule.DECISIONS_ANSWER, message, remedy);
    }
}
