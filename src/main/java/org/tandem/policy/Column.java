package org.tandem.policy;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tandem.bpmn.Decision;
import org.tandem.bpmn.feel.Expression;
import org.tandem.bpmn.feel.Scope;

/**
 * What the rules of a decision table ask of one thing.
 *
 * @param tests what each rule asks of it; nothing, if it takes anything
 * @param values all that make a difference
 * @param everyday those that are to be expected: not beyond the ends of the ranges, no fractions where only whole numbers stand
 */
record Column(
        String title,
        List<List<Expression>> tests,
        List<Sample> values,
        List<Sample> everyday,
        Map<Sample, BitSet> holding,
        BitSet unclear) {

    /** A value to ask about; one of them stands for all that nobody mentions. */
    record Sample(@Nullable Object value, boolean isOther) {}

    static Column of(Decision table, List<Integer> positions, @Nullable Set<Object> known) {
        var input = table.inputs().get(positions.getFirst());
        var tests = table.rules().stream()
                .map(rule -> positions.stream()
                        .filter(position -> position < rule.tests().size())
                        .flatMap(position -> rule.tests().get(position).stream())
                        .toList())
                .toList();
        var samples = Samples.of(
                tests.stream().flatMap(List::stream).toList(), input.type().equals("boolean"));
        var allowed = input.values();
        var everyday = known == null
                ? samples.everyday().stream()
                        .filter(sample -> allowed.stream().allMatch(list -> list.holdsFor(sample.value())))
                        .toList()
                : known.stream().map(value -> new Sample(value, false)).toList();
        var asked = Stream.concat(samples.all().stream(), everyday.stream())
                .distinct()
                .toList();
        var answers = new HashMap<String, Set<Sample>>();
        var holding = new HashMap<Sample, BitSet>();
        var unclear = new BitSet();
        for (var rule = 0; rule < tests.size(); rule++) {
            unclear.set(rule, tests.get(rule).stream().anyMatch(Column::looksFurther));
            for (var sample : asked) {
                var holds = tests.get(rule).stream()
                        .allMatch(test -> answers.computeIfAbsent(test.text(), text -> holding(test, asked))
                                .contains(sample));
                holding.computeIfAbsent(sample, key -> new BitSet()).set(rule, holds);
            }
        }
        return new Column(input.title(), tests, samples.all(), everyday, holding, unclear);
    }

    private static Set<Sample> holding(Expression test, List<Sample> asked) {
        return asked.stream().filter(sample -> test.holdsFor(sample.value())).collect(Collectors.toSet());
    }

    private static boolean looksFurther(Expression test) {
        return !test.readingsIn(Scope.ANYTHING).isEmpty();
    }

    boolean isAskedBy(int rule) {
        return !tests.get(rule).isEmpty();
    }

    BitSet mayHold(Sample value) {
        var rules = (BitSet) Objects.requireNonNull(holding.get(value)).clone();
        rules.or(unclear);
        return rules;
    }

    /** A value for which both rules certainly hold. */
    Optional<Sample> bothHold(int one, int other) {
        if (unclear.get(one) || unclear.get(other)) {
            var same = tests.get(one).isEmpty()
                    || tests.get(other).isEmpty()
                    || texts(one).equals(texts(other));
            return same ? Optional.of(new Sample(null, false)) : Optional.empty();
        }
        return values.stream()
                .filter(value -> mayHold(value).get(one) && mayHold(value).get(other))
                .findFirst();
    }

    private List<String> texts(int rule) {
        return tests.get(rule).stream().map(Expression::text).toList();
    }

    /** Nothing, where the value does not matter. */
    Optional<String> say(Sample sample) {
        if (sample.isOther()) {
            return Optional.of("anything else");
        }
        return Optional.ofNullable(sample.value()).map(Words::value);
    }
}
