package org.tandem.policy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tandem.bpmn.Decision;
import org.tandem.bpmn.ModelFiles;

/** Refuses words in the answers of decision tables by which nothing goes, such as a calendar that is not there. */
public final class WordsKnown {

    /** @param answer a column of the answers, by its name in the table */
    private record Column(Decision table, String answer, Set<String> known) {}

    private WordsKnown() {}

    /** @param known for the columns whose words mean something to Tandem, by the name of the answer, all words there are */
    public static List<Violation> violations(ModelFiles models, Map<String, Set<String>> known) {
        return models.library().decisions().values().stream()
                .flatMap(table -> known.entrySet().stream()
                        .filter(answer -> table.outputs().contains(answer.getKey()))
                        .map(answer -> new Column(table, answer.getKey(), answer.getValue())))
                .flatMap(WordsKnown::violations)
                .toList();
    }

    private static Stream<Violation> violations(Column column) {
        var table = column.table();
        return table.rules().stream()
                .flatMap(rule -> Stream.ofNullable(rule.answers().get(column.answer()))
                        .flatMap(cell -> cell.constants().all().stream())
                        .filter(String.class::isInstance)
                        .filter(word -> !column.known().contains(word))
                        .map(word -> new Violation(
                                table.file(),
                                new Violation.Element(table.id(), table.name()),
                                Rule.NAMES_EXIST,
                                "the rule %s answers %s \"%s\", which is not known"
                                        .formatted(rule.id(), column.answer(), word),
                                "Write one of these: " + String.join(", ", new TreeSet<>(column.known())))));
    }
}
