package org.tandem.audit.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tandem.audit.DecisionTable;
import org.tandem.audit.Minimised;
import org.tandem.audit.Trail;

/**
 * A decision as the page shows it.
 *
 * @param step the step that asked for it
 * @param matched the ids of the rows that matched, for the viewer
 * @param rows the numbers of the rows that matched, in words
 * @param table the whole table, or null if it has none or cannot be read
 */
record DecisionLine(
        Trail.Evaluation made,
        Moment at,
        @Nullable String step,
        List<Shown> inputs,
        List<Shown> outputs,
        String result,
        @Nullable String failure,
        String matched,
        String rows,
        @Nullable DecisionTable table) {

    /** A value with its name. */
    record Shown(String name, String text) {}

    static DecisionLine of(Trail.Evaluation made, Map<Long, String> steps, Minimised minimised, DeployedModels models) {
        var failure = made.failure();
        return new DecisionLine(
                made,
                Moment.of(made.at()),
                made.step() == null ? null : steps.get(made.step()),
                shown(made.inputs(), minimised),
                made.rules().stream()
                        .flatMap(rule -> shown(rule.outputs(), minimised).stream())
                        .toList(),
                minimised.value(made.decision(), made.result(), false),
                failure == null ? null : minimised.message(failure),
                made.rules().stream().map(Trail.Rule::id).collect(Collectors.joining(" ")),
                rows(made.rules()),
                models.table(made.definition(), made.decision()).orElse(null));
    }

    public boolean hasMatched(DecisionTable.Row row) {
        return made.rules().stream().anyMatch(rule -> rule.id().equals(row.id()));
    }

    private static List<Shown> shown(List<Trail.Fact> facts, Minimised minimised) {
        return facts.stream()
                .map(fact -> new Shown(fact.name(), minimised.value(fact.name(), fact.json(), false)))
                .toList();
    }

    private static String rows(List<Trail.Rule> rules) {
        if (rules.isEmpty()) {
            return "No row matched";
        }
        var numbers = rules.stream().map(rule -> Integer.toString(rule.row())).collect(Collectors.joining(", "));
        return rules.size() == 1 ? "Row %s matched".formatted(numbers) : "Rows %s matched".formatted(numbers);
    }
}
