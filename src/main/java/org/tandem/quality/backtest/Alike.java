package org.tandem.quality.backtest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tandem.bpmn.Decision;
import org.tandem.bpmn.Library;
import org.tandem.bpmn.feel.Expression;
import org.tandem.bpmn.feel.Reading;
import org.tandem.bpmn.feel.Scope;

/**
 * Tells inputs apart only as far as a decision does: two numbers that no number in the tables lies between, or equals, fulfil the same
 * conditions. So what was decided once need not be decided again. Only for decisions that compare variables with constants, or with what
 * another such decision answers, and do nothing else with them, as most do.
 */
final class Alike {

    private static final String CONSTANTS = "\"[^\"\\\\]*\"|\\d+(?:\\.\\d+)?|true|false|null|not|[\\s\\[\\]().,<>=]";
    /** What is answered for people to read may be made up of anything. */
    private static final String FOR_PEOPLE = "reason";

    private static final Predicate<String> CELL =
            Pattern.compile("(?:" + CONSTANTS + ")*").asMatchPredicate();
    private static final Predicate<String> COMPARISON =
            Pattern.compile("(?:" + CONSTANTS + "|[A-Za-z_]\\w*(?!\\w*\\())*").asMatchPredicate();

    private final List<String> variables;
    private final double[] numbers;

    private Alike(List<String> variables, double[] numbers) {
        this.variables = variables;
        this.numbers = numbers;
    }

    static Optional<Alike> of(Decision decision, Library library) {
        var decisions = library.withRequired(decision.id()).toList();
        var ids = decisions.stream().map(Decision::id).collect(Collectors.toSet());
        if (!decisions.stream().allMatch(one -> comparesOnly(one, ids))) {
            return Optional.empty();
        }
        var variables = decisions.stream()
                .flatMap(one -> one.inputs().stream())
                .flatMap(input -> variables(input.expression(), ids).stream())
                .distinct()
                .toList();
        var numbers = decisions.stream()
                .flatMap(one -> one.expressions().stream())
                .flatMap(expression -> expression.constants().all().stream())
                .filter(Number.class::isInstance)
                .mapToDouble(number -> ((Number) number).doubleValue())
                .sorted()
                .distinct()
                .toArray();
        return Optional.of(new Alike(variables, numbers));
    }

    private static boolean comparesOnly(Decision decision, Set<String> ids) {
        return decision.isTable()
                && decision.inputs().stream()
                        .allMatch(input -> COMPARISON.test(input.expression().text())
                                && variables(input.expression(), ids).size() <= 1)
                && decision.rules().stream()
                        .flatMap(rule -> rule.tests().stream().flatMap(Optional::stream))
                        .map(Expression::text)
                        .allMatch(CELL)
                && decision.rules().stream()
                        .flatMap(rule -> rule.answers().entrySet().stream())
                        .filter(answer -> !answer.getKey().equals(FOR_PEOPLE))
                        .allMatch(answer ->
                                answer.getValue().readingsIn(Scope.ANYTHING).isEmpty());
    }

    private static Set<String> variables(Expression expression, Set<String> decisions) {
        return expression.readingsIn(Scope.ANYTHING).stream()
                .map(Reading::variable)
                .filter(name -> !decisions.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Equal for inputs that the decision cannot tell apart. */
    List<@Nullable Object> key(Map<String, @Nullable Object> inputs) {
        var key = new ArrayList<@Nullable Object>(variables.size());
        for (var name : variables) {
            var value = inputs.get(name);
            key.add(value instanceof Number number ? Arrays.binarySearch(numbers, number.doubleValue()) : value);
        }
        return key;
    }
}
