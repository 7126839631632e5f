package org.tandem.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tandem.policy.states.Finding.NotOnForm;
import org.tandem.policy.states.Finding.Seen;
import org.tandem.policy.states.Finding.Unwritten;
import org.tandem.policy.states.StateGraph;

/**
 * The fifth rule. Every variable that a condition, decision, form, timer, correlation key, mapping, task attribute or worker reads is
 * there in every state in which it is read. Only a mapping may read what is absent on some ways (it gets null), but not on all; where
 * the null then matters, in a condition, a timer, a correlation key or a worker, it is a violation there.
 */
final class VariablesWritten {

    private final StateGraph graph;
    private final List<Seen> neverWritten;

    VariablesWritten(StateGraph graph, List<Seen> neverWritten) {
        this.graph = graph;
        this.neverWritten = neverWritten;
    }

    List<Violation> violations() {
        var violations = new ArrayList<Violation>();
        for (var seen :
                Stream.concat(graph.findings().stream(), neverWritten.stream()).toList()) {
            switch (seen.finding()) {
                case Unwritten unwritten -> violations.add(unwritten(unwritten, seen));
                case NotOnForm field -> violations.add(notOnForm(field));
                default -> {}
            }
        }
        return violations;
    }

    private static Violation notOnForm(NotOnForm field) {
        return Violation.at(
                field.at(),
                Rule.VARIABLES_WRITTEN,
                "takes %s from its form %s, which has no field for it".formatted(field.variable(), field.form()),
                "Give a field of the form the key %s%s"
                        .formatted(field.variable(), Similar.to(field.variable(), field.fields())));
    }

    private Violation unwritten(Unwritten unwritten, Seen seen) {
        var reading = unwritten.reading();
        var way = Words.way(graph.wayTo(seen.before()));
        return switch (unwritten.why()) {
            case ABSENT ->
                violation(
                        unwritten,
                        "%s reads %s, which nothing has written after %s".formatted(unwritten.what(), reading, way),
                        unwritten.instead().isEmpty()
                                ? "Write %s on that way before, or correct the name".formatted(reading)
                                : "Write %s, which is in the element of the list"
                                        .formatted(Words.list(List.copyOf(unwritten.instead()))));
            case NEVER_WRITTEN ->
                violation(
                        unwritten,
                        "%s reads %s, which nothing writes on any way here".formatted(unwritten.what(), reading),
                        "Correct %s, or write it before".formatted(reading));
            case NULL ->
                violation(
                        unwritten,
                        "%s reads %s, but it is null after %s".formatted(unwritten.what(), reading, way),
                        "Write %s on that way before, or ask for null first".formatted(reading));
            case NO_SUCH_FIELD ->
                violation(
                        unwritten,
                        "%s reads %s, but %s only has %s"
                                .formatted(
                                        unwritten.what(),
                                        reading,
                                        reading.path().getFirst(),
                                        Words.list(unwritten.instead().stream()
                                                .sorted()
                                                .toList())),
                        "Correct %s here, or where %s is written".formatted(reading, reading.variable()));
        };
    }

    private static Violation violation(Unwritten unwritten, String message, String remedy) {
        return Violation.at(unwritten.at(), Rule.VARIABLES_WRITTEN, message, remedy);
    }
}
