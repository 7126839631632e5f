package org.tandem.policy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tandem.bpmn.feel.Expression;
import org.tandem.policy.Column.Sample;

/** The values to ask about in a column: those that stand in its cells, and their neighbours. */
record Samples(List<Sample> all, List<Sample> everyday) {

    private static final Sample SOMETHING = new Sample(null, false);
    private static final String ANOTHER_TEXT = "(anything else)";

    static Samples of(List<Expression> tests, boolean truth) {
        var constants = new LinkedHashSet<Object>();
        var starts = new LinkedHashSet<Object>();
        var ends = new LinkedHashSet<Object>();
        for (var test : tests) {
            constants.addAll(test.constants().all());
            starts.addAll(test.constants().starts());
            ends.addAll(test.constants().ends());
        }
        var all = new ArrayList<Sample>();
        var everyday = new ArrayList<Sample>();
        numbers(constants, starts, ends, all, everyday);
        if (truth || constants.stream().anyMatch(Boolean.class::isInstance)) {
            Stream.of(true, false).map(Samples::plain).forEach(all::add);
            Stream.of(true, false).map(Samples::plain).forEach(everyday::add);
        }
        if (constants.stream().anyMatch(String.class::isInstance)) {
            var other = new Sample(ANOTHER_TEXT, true);
            constants.stream()
                    .filter(String.class::isInstance)
                    .map(Samples::plain)
                    .forEach(all::add);
            all.add(other);
            constants.stream()
                    .filter(String.class::isInstance)
                    .map(Samples::plain)
                    .forEach(everyday::add);
            everyday.add(other);
        }
        constants.stream().flatMap(Samples::aroundTime).map(Samples::plain).forEach(sample -> {
            all.add(sample);
            everyday.add(sample);
        });
        if (all.isEmpty()) {
            all.add(SOMETHING);
            everyday.add(SOMETHING);
        }
        return new Samples(all, everyday);
    }

    private static Sample plain(Object value) {
        return new Sample(value, false);
    }

    /** Where a range begins or ends, the people who wrote it have thought of nothing beyond. */
    private static void numbers(
            Set<Object> constants, Set<Object> starts, Set<Object> ends, List<Sample> all, List<Sample> everyday) {
        var sorted = new TreeSet<BigDecimal>();
        constants.stream().filter(Number.class::isInstance).map(Samples::number).forEach(sorted::add);
        if (sorted.isEmpty()) {
            return;
        }
        var whole =
                sorted.stream().allMatch(number -> number.stripTrailingZeros().scale() <= 0);
        var near = new TreeSet<BigDecimal>(sorted);
        for (var number : sorted) {
            near.add(number.subtract(BigDecimal.ONE));
            near.add(number.add(BigDecimal.ONE));
        }
        var between = new TreeSet<BigDecimal>();
        for (var number : sorted) {
            var next = sorted.higher(number);
            if (next != null) {
                between.add(number.add(next).divide(BigDecimal.TWO));
            }
        }
        var lowest = starts.stream().anyMatch(start -> isNumber(start, sorted.first()));
        var highest = ends.stream().anyMatch(end -> isNumber(end, sorted.last()));
        var everything = new TreeSet<>(near);
        everything.addAll(between);
        everything.forEach(number -> all.add(plain(number)));
        var usual = new TreeSet<>(near);
        if (!whole) {
            usual.addAll(between);
        }
        usual.stream()
                .filter(number -> !(lowest && number.compareTo(sorted.first()) < 0))
                .filter(number -> !(highest && number.compareTo(sorted.last()) > 0))
                .forEach(number -> everyday.add(plain(number)));
    }

    private static boolean isNumber(Object value, BigDecimal number) {
        return value instanceof Number && number(value).compareTo(number) == 0;
    }

    private static BigDecimal number(Object value) {
        return new BigDecimal(value.toString());
    }

    private static Stream<Object> aroundTime(Object value) {
        return switch (value) {
            case LocalDate date -> Stream.of(date.minusDays(1), date, date.plusDays(1));
            case LocalDateTime date -> Stream.of(date.minusSeconds(1), date, date.plusSeconds(1));
            case ZonedDateTime date -> Stream.of(date.minusSeconds(1), date, date.plusSeconds(1));
            case LocalTime time -> Stream.of(time.minusSeconds(1), time, time.plusSeconds(1));
            case Duration duration -> Stream.of(duration.minusSeconds(1), duration, duration.plusSeconds(1));
            case Period period -> Stream.of(period.minusMonths(1), period, period.plusMonths(1));
            default -> Stream.of();
        };
    }
}
