package org.tandem.quality.statistics;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Two that answer, one after the other put to the same labelled cases: does the newcomer do worse?
 *
 * <p>Tested by Fisher's paired randomisation: if neither were better, each case might as well have had its two outcomes the other way
 * round, so how often swapping them at random makes the newcomer look at least as bad is the probability of that by chance. With the
 * original among them the p-value is valid however few swaps are drawn (Phipson and Smyth 2010). For coverage with equal weights this is
 * the exact McNemar test (1947), which counts only the cases in which the two differ; unlike that it also takes weights, and the share
 * of wrong ones among what each of them answers.
 *
 * <p>Where cases are labelled the more seldom the surer the champion was, swapping is valid only approximately: simulated with one in
 * ten of its answers labelled, a challenger that is as good was called worse in 8 % of 1,500 runs at 5 %.
 *
 * <p>Not to be significantly worse proves little when there are few cases: the p-value is to be read beside the intervals.
 */
public final class PairedCases {

    private static final int SWAPS = 1_999;
    private static final long SEED = 20_260_101;

    private final List<PairedCase> cases;

    public PairedCases(List<PairedCase> cases) {
        this.cases = List.copyOf(cases);
    }

    /** What became of a case. */
    public enum Result {
        RIGHT,
        WRONG,
        HANDED_OVER
    }

    /**
     * @param chance with which the case came to be labelled, greater than 0: it stands for one divided by that many. As only their
     *     ratios count it is above 1 where a case stands for less than one, having had several ways to be labelled
     */
    public record PairedCase(Result champion, Result challenger, double chance) {

        public PairedCase {
            if (!(chance > 0 && Double.isFinite(chance))) {
                throw new IllegalArgumentException("A chance is above 0 and finite, not " + chance);
            }
        }
    }

    public int size() {
        return cases.size();
    }

    /** The share of wrong answers among those of the champion. */
    public WeightedShare championsRisk() {
        return risk(PairedCase::champion);
    }

    public WeightedShare challengersRisk() {
        return risk(PairedCase::challenger);
    }

    /** The share of cases that the champion answers. */
    public WeightedShare championsCoverage() {
        return coverage(PairedCase::champion);
    }

    public WeightedShare challengersCoverage() {
        return coverage(PairedCase::challenger);
    }

    /** How likely by chance alone the challenger's answers would be wrong so much more often; 1 if they are not. */
    public double riskIsWorse() {
        return probability(sums -> share(sums[2], sums[3]) - share(sums[0], sums[1]));
    }

    /** How likely by chance alone the challenger would answer so much less; 1 if it does not. */
    public double coverageIsWorse() {
        return probability(sums -> sums[1] - sums[3]);
    }

    private WeightedShare risk(Function<PairedCase, Result> whose) {
        var share = WeightedShare.NOTHING;
        for (var pair : cases) {
            if (whose.apply(pair) != Result.HANDED_OVER) {
                share = share.plus(pair.chance(), whose.apply(pair) == Result.WRONG);
            }
        }
        return share;
    }

    private WeightedShare coverage(Function<PairedCase, Result> whose) {
        var share = WeightedShare.NOTHING;
        for (var pair : cases) {
            share = share.plus(pair.chance(), whose.apply(pair) != Result.HANDED_OVER);
        }
        return share;
    }

    /** @param difference by how much the challenger is worse, given the champion's wrong and answered, then the challenger's */
    private double probability(ToDoubleFunction<double[]> difference) {
        var same = new double[4];
        cases.stream().filter(pair -> pair.champion() == pair.challenger()).forEach(pair -> add(same, pair, false));
        var differing = cases.stream()
                .filter(pair -> pair.champion() != pair.challenger())
                .toList();
        var seen = same.clone();
        differing.forEach(pair -> add(seen, pair, false));
        double observed = difference.applyAsDouble(seen);
        if (observed <= 0) {
            return 1;
        }
        var random = new SplittableRandom(SEED);
        int asBad = 1;
        for (int i = 0; i < SWAPS; i++) {
            var sums = same.clone();
            for (var pair : differing) {
                add(sums, pair, random.nextBoolean());
            }
            if (difference.applyAsDouble(sums) >= observed - 1e-12) {
                asBad++;
            }
        }
        return asBad / (SWAPS + 1.0);
    }

    private static void add(double[] sums, PairedCase pair, boolean swapped) {
        addTo(sums, 0, swapped ? pair.challenger() : pair.champion(), 1 / pair.chance());
        addTo(sums, 2, swapped ? pair.champion() : pair.challenger(), 1 / pair.chance());
    }

    private static void addTo(double[] sums, int at, Result result, double weight) {
        sums[at] += result == Result.WRONG ? weight : 0;
        sums[at + 1] += result == Result.HANDED_OVER ? 0 : weight;
    }

    private static double share(double wrong, double answered) {
        return answered == 0 ? 0 : wrong / answered;
    }
}
