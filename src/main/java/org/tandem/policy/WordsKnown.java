package org.tandem.policy;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tandem.bpmn.Decision;
import org.tandem.bpmn.ModelFiles;

/** Refuses what the answers of decision tables say that means nothing, such as a calendar that is not there or "15 minutes". */
public final class WordsKnown {

    /** @param answer a column of the answers, by its name in the table */
    private record Column(Decision table, String answer, Set<String> known) {}

    private WordsKnown() {}

    /**
     * What the answers of decision tables say that means nothing.
     *
     * @param known all words there are, by the name of the answer, for answers that are words
     * @param durations the names of the answers that are durations
     */
    public static List<Violation> violations(ModelFiles models, Map<String, Set<String>> known, Set<String> durations) {
        return models.library().decisions().values().stream()
                .flatMap(table -> Stream.concat(
                        known.entrySet().stream()
                                .filter(answer -> table.outputs().contains(answer.getKey()))
                                .map(answer -> new Column(table, answer.getKey(), answer.getValue()))
                                .flatMap(WordsKnown::unknown),
                        table.outputs().stream()
                                .filter(durations::contains)
                                .flatMap(answer -> noDurations(table, answer))))
                .toList();
    }

    private static Stream<Violation> unknown(Column column) {
        return column.table().rules().stream()
                .flatMap(rule -> constants(rule, column.answer())
                        .filter(String.class::isInstance)
                        .filter(word -> !column.known().contains(word))
                        .map(word -> violation(
                                column.table(),
                                Rule.NAMES_EXIST,
                                "the rule %s answers %s \"%s\", which is not known"
                                        .formatted(rule.id(), column.answer(), word),
                                "Write one of these: " + String.join(", ", new TreeSet<>(column.known())))));
    }

    private static Stream<Violation> noDurations(Decision table, String answer) {
        return table.rules().stream().flatMap(rule -> {
            var cell = rule.answers().get(answer);
            var wrong = cell == null || cell.text().isBlank()
                    ? Stream.of("nothing")
                    : constants(rule, answer)
                            .filter(String.class::isInstance)
                            .filter(text -> cell.textComparisons().stream()
                                    .noneMatch(comparison -> comparison.text().equals(text)))
                            .filter(text -> !isDuration((String) text))
                            .map("\"%s\""::formatted);
            return wrong.map(
                    constant -> violation(
                            table,
                            Rule.VALUES_FIT,
                            "the rule %s answers %s %s, which is no duration".formatted(rule.id(), answer, constant),
                            "Write it as in ISO 8601: \"PT15M\" for 15 minutes, \"PT2H\" for two hours, \"P3D\" for three days"));
        });
    }

    private static Stream<Object> constants(Decision.Rule rule, String answer) {
        return Stream.ofNullable(rule.answers().get(answer)).flatMap(cell -> cell.constants().all().stream());
    }

    private static boolean isDuration(String text) {
        try {
            return Duration.parse(text).isPositive();
        } catch (DateTimeParseException words) {
            return false;
        }
    }

    private static Violation violation(Decision table, Rule rule, String what, String remedy) {
        return new Violation(table.file(), new Violation.Element(table.id(), table.name()), rule, what, remedy);
    }
}
