package org.tandem.quality;

import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.tandem.quality.statistics.EDetector;

/**
 * How soon the guardrail shuts a topic whose share of wrong answers jumps, and how often a healthy one, beside CUSUM (with the threshold
 * that gives 5 % false alarms in the same simulation) and what no procedure at all can beat (Neyman and Pearson's lemma).
 *
 * <p>Argument: the number of lives to simulate, 10,000 without one.
 */
public final class GuardrailPower {

    private static final double JUMP = 0.08;
    private static final double BEFORE = 0.01;
    private static final int WITHIN = 150;

    private final int lives;

    private GuardrailPower(int lives) {
        this.lives = lives;
    }

    public static void main(String[] arguments) {
        var power = new GuardrailPower(arguments.length == 0 ? 10_000 : Integer.parseInt(arguments[0]));
        System.out.printf(
                "%-10s %-20s %12s %12s %16s %16s%n",
                "tolerance", "detector", "false alarms", "in 5 times", "jump at once", "jump after 300");
        for (double tolerance : new double[] {0.02, 0.03, 0.05}) {
            power.compare(tolerance);
        }
    }

    private void compare(double tolerance) {
        var pattern = new Guardrail(tolerance);
        line(tolerance, "guardrail", () -> {
            var guardrail = pattern.fresh();
            return guardrail::shutsAll;
        });
        double limit = cusumLimit(tolerance);
        line(tolerance, "CUSUM", () -> new Cusum(tolerance, limit));
        double size = smallestSize(tolerance / 2);
        System.out.printf(
                Locale.ROOT,
                "%-10.3g %-20s at least %.4f in %d audits, if 95 %% of jumps are to be noticed in %d%n",
                tolerance,
                "any",
                size,
                WITHIN,
                WITHIN);
    }

    private void line(double tolerance, String name, Supplier<Watcher> watchers) {
        System.out.printf(
                Locale.ROOT,
                "%-10.3g %-20s %12.4f %12.4f %16.4f %16.4f%n",
                tolerance,
                name,
                alarms(watchers, tolerance / 2, Guardrail.AUDITS),
                alarms(watchers, tolerance / 2, 5 * Guardrail.AUDITS),
                noticed(watchers, 0),
                noticed(watchers, 300));
    }

    private double alarms(Supplier<Watcher> watchers, double share, int audits) {
        return IntStream.range(0, lives)
                        .parallel()
                        .filter(life -> {
                            var random = new Random(life);
                            var watcher = watchers.get();
                            return IntStream.range(0, audits)
                                    .anyMatch(audit -> watcher.isAlarmed(random.nextDouble() < share));
                        })
                        .count()
                / (double) lives;
    }

    /** Of those that were not shut before. */
    private double noticed(Supplier<Watcher> watchers, int healthy) {
        var outcomes = IntStream.range(0, lives)
                .parallel()
                .map(life -> {
                    var random = new Random(life);
                    var watcher = watchers.get();
                    if (IntStream.range(0, healthy)
                            .anyMatch(audit -> watcher.isAlarmed(random.nextDouble() < BEFORE))) {
                        return -1;
                    }
                    return IntStream.range(0, WITHIN).anyMatch(audit -> watcher.isAlarmed(random.nextDouble() < JUMP))
                            ? 1
                            : 0;
                })
                .filter(outcome -> outcome >= 0)
                .summaryStatistics();
        return outcomes.getAverage();
    }

    private double cusumLimit(double tolerance) {
        var greatest = IntStream.range(0, lives)
                .parallel()
                .mapToDouble(life -> {
                    var random = new Random(life);
                    var cusum = new Cusum(tolerance, Double.POSITIVE_INFINITY);
                    IntStream.range(0, Guardrail.AUDITS)
                            .forEach(audit -> cusum.isAlarmed(random.nextDouble() < tolerance / 2));
                    return cusum.greatest;
                })
                .sorted()
                .toArray();
        return Math.nextUp(greatest[(int) (lives * (1 - Guardrail.ALLOWANCE))]);
    }

    /** Of all tests of 150 audits that tell 8 % from the healthy share in 95 %, the one that is mistaken least, with randomisation. */
    private static double smallestSize(double healthy) {
        var bad = new BinomialDistribution(null, WITHIN, JUMP);
        var good = new BinomialDistribution(null, WITHIN, healthy);
        double power = 0;
        double size = 0;
        for (int errors = WITHIN; errors >= 0 && power < 0.95; errors--) {
            double part = Math.min(1, (0.95 - power) / bad.probability(errors));
            power += part * bad.probability(errors);
            size += part * good.probability(errors);
        }
        return size;
    }

    private interface Watcher {
        boolean isAlarmed(boolean wrong);
    }

    /** Page 1954, aimed as the guardrail is. */
    private static final class Cusum implements Watcher {

        private final double wrongCounts;
        private final double rightCounts;
        private final double limit;
        private double sum;
        private double greatest;

        Cusum(double tolerance, double limit) {
            var watch = new EDetector.Watch(tolerance / 2, 2.5 * tolerance, 1, 0.5);
            this.wrongCounts = Math.log(watch.factor(true));
            this.rightCounts = Math.log(watch.factor(false));
            this.limit = limit;
        }

        @Override
        public boolean isAlarmed(boolean wrong) {
            sum = Math.max(0, sum) + (wrong ? wrongCounts : rightCounts);
            greatest = Math.max(greatest, sum);
            return sum >= limit;
        }
    }
}
