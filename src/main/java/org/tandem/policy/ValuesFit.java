package org.tandem.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tandem.bpmn.Library;
import org.tandem.bpmn.Node;
import org.tandem.bpmn.Part;
import org.tandem.bpmn.feel.Demand;
import org.tandem.bpmn.feel.Scope;
import org.tandem.bpmn.feel.Unfit;
import org.tandem.policy.states.Finding.DoesNotFit;
import org.tandem.policy.states.StateGraph;

/**
 * Timers are durations, dates or cycles, groups are lists, conditions are true or false, and so on, whatever values the variables are
 * known to be able to have where they are read.
 */
final class ValuesFit {

    private static final List<Demand> EXPRESSIONS = List.of(Demand.TRUTH, Demand.LIST, Demand.KEY);
    private static final List<Demand> TIMES = List.of(Demand.DURATION, Demand.DATE, Demand.CYCLE);

    private ValuesFit() {}

    /** What does not fit on any way. */
    static List<Violation> everywhere(Library library) {
        var violations = new ArrayList<Violation>();
        for (var process : library.processes().values()) {
            for (var node : process.nodes().values()) {
                Part.of(node)
                        .filter(ValuesFit::callsWell)
                        .forEach(part -> part.demand()
                                .flatMap(demand -> part.expression().unfit(demand, Scope.ANYTHING))
                                .ifPresent(unfit -> violations.add(violation(process.file(), node, part, unfit))));
            }
        }
        return violations;
    }

    /** What does not fit on some way. */
    static List<Violation> onTheWaysOf(StateGraph graph) {
        return graph.findings().stream()
                .flatMap(seen -> seen.finding() instanceof DoesNotFit found && callsWell(found.part())
                        ? Stream.of(violation(found.at().file(), found.element(), found.part(), found.unfit()))
                        : Stream.of())
                .toList();
    }

    /** Else it is said that there is no such function. */
    private static boolean callsWell(Part part) {
        return part.expression().wrongCalls().isEmpty();
    }

    private static Violation violation(String file, Node node, Part part, Unfit unfit) {
        var demand = part.demand().orElseThrow();
        if (part.expression().isPlainText() && EXPRESSIONS.contains(demand)) {
            return Violation.at(
                    file,
                    node,
                    Rule.VALUES_FIT,
                    "has the plain text %s for %s, where an expression is needed".formatted(written(part), part.what()),
                    "Write =%s, with an equals sign".formatted(written(part)));
        }
        return Violation.at(
                file,
                node,
                Rule.VALUES_FIT,
                "has %s for %s%s, %s %s"
                        .formatted(written(part), part.what(), outcome(part, unfit), needed(part), demand.words()),
                remedy(part, demand, unfit));
    }

    private static String needed(Part part) {
        return part.expression().isPlainText() ? "which is not" : "and not";
    }

    private static String written(Part part) {
        return part.expression().isPlainText()
                ? part.expression().text()
                : "=" + part.expression().text();
    }

    private static String outcome(Part part, Unfit unfit) {
        if (part.expression().isPlainText()) {
            return "";
        }
        if (!unfit.isValue()) {
            return ", which is something else";
        }
        var when = unfit.with().entrySet().stream()
                .map(variable -> "%s is %s".formatted(variable.getKey(), Words.value(variable.getValue())))
                .collect(Collectors.joining(" and "));
        var value = Words.value(unfit.value());
        return value.equals(part.expression().text())
                ? ""
                : ", which gives %s%s".formatted(value, when.isEmpty() ? "" : " when " + when);
    }

    private static String remedy(Part part, Demand demand, Unfit unfit) {
        var text = part.expression().text();
        if (part.expression().isPlainText() && text.matches("(?s)[a-z ]+\\(.*")) {
            return "Write =%s, with an equals sign".formatted(text);
        }
        if (demand == Demand.TEXTS && unfit.value() instanceof String) {
            return "Put it into brackets, so that it is a list: =[%s]".formatted(text);
        }
        var remedy = "Write " + demand.remedy();
        return TIMES.contains(demand)
                ? TIMES.stream()
                        .filter(other -> other != demand && unfit.isValue() && other.accepts(unfit.value()))
                        .findFirst()
                        .map(other -> remedy + "; or choose that the timer goes by "
                                + other.words().replaceFirst(" with.*", ""))
                        .orElse(remedy)
                : remedy;
    }
}
