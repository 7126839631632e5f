package org.tandem.quality.backtest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.tandem.bpmn.Decision;
import org.tandem.bpmn.Decision.Input;
import org.tandem.bpmn.feel.Expression;
import org.tandem.bpmn.feel.Scope;

/**
 * Tells inputs apart only as far as a decision table does: two numbers that no number in their column lies between, or equals, fulfil the
 * same cells. So what was decided once need not be decided again. Only for tables whose cells hold nothing but constants and comparisons
 * with them, as most do.
 */
final class Alike {

    private static final Predicate<String> NAME =
            Pattern.compile("[A-Za-z_]\\w*").asMatchPredicate();
    private static final Predicate<String> PLAIN = Pattern.compile(
                    "(?:\"[^\"\\\\]*\"|\\d+(?:\\.\\d+)?|true|false|null|not|[\\s\\[\\]().,<>=])*")
            .asMatchPredicate();

    private final Map<String, double[]> numbers;

    private Alike(Map<String, double[]> numbers) {
        this.numbers = numbers;
    }

    static Optional<Alike> of(Decision table) {
        boolean isPlain = table.isTable()
                && table.requires().isEmpty()
                && table.inputs().stream()
                        .map(input -> input.expression().text())
                        .allMatch(NAME)
                && table.rules().stream()
                        .flatMap(rule -> rule.tests().stream().flatMap(Optional::stream))
                        .map(Expression::text)
                        .allMatch(PLAIN)
                && table.rules().stream()
                        .flatMap(rule -> rule.answers().values().stream())
                        .allMatch(answer -> answer.readingsIn(Scope.ANYTHING).isEmpty());
        return isPlain ? Optional.of(new Alike(numbers(table))) : Optional.empty();
    }

    private static Map<String, double[]> numbers(Decision table) {
        var numbers = new LinkedHashMap<String, double[]>();
        for (int column = 0; column < table.inputs().size(); column++) {
            int cell = column;
            Input input = table.inputs().get(column);
            var own = table.rules().stream()
                    .flatMap(rule -> rule.tests().get(cell).stream())
                    .flatMap(test -> test.constants().all().stream())
                    .filter(Number.class::isInstance)
                    .mapToDouble(number -> ((Number) number).doubleValue());
            var before = numbers.getOrDefault(input.expression().text(), new double[0]);
            numbers.put(
                    input.expression().text(),
                    DoubleStream.concat(Arrays.stream(before), own)
                            .sorted()
                            .distinct()
                            .toArray());
        }
        return numbers;
    }

    /** Equal for inputs that the table cannot tell apart. */
    List<@Nullable Object> key(Map<String, @Nullable Object> inputs) {
        var key = new ArrayList<@Nullable Object>();
        numbers.forEach((name, limits) -> {
            var value = inputs.get(name);
            key.add(value instanceof Number number ? Arrays.binarySearch(limits, number.doubleValue()) : value);
        });
        return key;
    }
}
