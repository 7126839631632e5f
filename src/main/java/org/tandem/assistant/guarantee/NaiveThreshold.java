package org.tandem.assistant.guarantee;

import java.util.Comparator;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * The loosest score up to which the share of wrong answers among judged examples is one standard error below a tolerance
 * (the one-standard-error rule of Breiman et al. 1984). It promises nothing and is what {@link GuaranteedThreshold} is
 * compared with.
 */
public final class NaiveThreshold {

    private NaiveThreshold() {}

    /** Empty when even the surest examples are too often wrong. */
    public static OptionalDouble of(Calibration calibration, double tolerance) {
        double weight = calibration.expectsOutside()
                ? calibration.share()
                        * calibration.insideOfAll()
                        / ((1 - calibration.share()) * calibration.outsideOfAll())
                : 0;
        var cases = Stream.concat(
                        calibration.inside().stream().map(one -> new Weighted(one.risk(), one.right() ? 0 : 1, 1)),
                        calibration.outside().stream().map(one -> new Weighted(one.risk(), 1, weight)))
                .filter(one -> one.weight() > 0)
                .sorted(Comparator.comparingDouble(Weighted::risk))
                .toList();
        var loosest = OptionalDouble.empty();
        double answered = 0;
        double wrong = 0;
        double squares = 0;
        double wrongSquares = 0;
        for (int i = 0; i < cases.size(); i++) {
            var one = cases.get(i);
            answered += one.weight();
            wrong += one.weight() * one.wrong();
            squares += one.weight() * one.weight();
            wrongSquares += one.weight() * one.weight() * one.wrong();
            boolean tied = i + 1 < cases.size() && cases.get(i + 1).risk() == one.risk();
            double share = wrong / answered;
            double error = Math.sqrt(wrongSquares * (1 - 2 * share) + squares * share * share) / answered;
            if (!tied && share + error <= tolerance) {
                loosest = OptionalDouble.of(one.risk());
            }
        }
        return loosest;
    }

    private record Weighted(double risk, int wrong, double weight) {}
}
