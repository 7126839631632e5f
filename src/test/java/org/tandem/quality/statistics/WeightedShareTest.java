package org.tandem.quality.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Execution(ExecutionMode.CONCURRENT)
class WeightedShareTest {

    private static final int RUNS = 1_000;

    /** Weights 20, 20, 5 and 2, the one with 5 is wrong. */
    @Test
    void eachStandsForTheInverseOfItsProbability() {
        var share = WeightedShare.NOTHING
                .plus(0.05, false)
                .plus(0.05, false)
                .plus(0.2, true)
                .plus(0.5, false);

        assertThat(share).isEqualTo(new WeightedShare(4, 47, 829, 5, 25));
        assertThat(share.estimate()).isCloseTo(5 / 47.0, within(1e-12));
        assertThat(share.effectiveAudits()).isCloseTo(47 * 47 / 829.0, within(1e-12));
    }

    /** A wrong one that stands for 20 and 60 right ones that stand for themselves: (400 / 2 + 460 / 16) / 6400 is the variance. */
    @Test
    void aHeavyAnswerThatIsWrongMakesTheAuditsWorthLess() {
        var share = IntStream.range(0, 60)
                .boxed()
                .reduce(WeightedShare.NOTHING.plus(0.05, true), (sum, i) -> sum.plus(1, false), (one, other) -> one);

        assertThat(share.estimate()).isEqualTo(0.25);
        assertThat(share.effectiveAudits()).isCloseTo(0.1875 / 0.0357422, within(0.001));
    }

    /** Clopper and Pearson: 3 of 100. */
    @Test
    void withEqualChancesTheIntervalIsTheExactOne() {
        var share = equally(3, 100);

        assertThat(share.interval(0.95).lower()).isCloseTo(0.0062, within(0.0001));
        assertThat(share.interval(0.95).upper()).isCloseTo(0.0852, within(0.0001));
    }

    @Test
    void whenNothingOrAllIsWrongTheIntervalReachesTheEnd() {
        assertThat(equally(0, 59).interval(0.95).lower()).isZero();
        assertThat(equally(0, 59).interval(0.9).upper()).isCloseTo(0.0495, within(0.0001));
        assertThat(equally(59, 59).interval(0.95).upper()).isEqualTo(1);
        assertThat(equally(59, 59).estimate()).isEqualTo(1);
    }

    @Test
    void withoutAuditsNothingIsKnown() {
        assertThat(WeightedShare.NOTHING.estimate()).isNaN();
        assertThat(WeightedShare.NOTHING.interval(0.95)).isEqualTo(new Interval(0, 1));
    }

    /**
     * Answers of which a part is risky, is drawn more often and is wrong more often, or not, or, which is the worst for the weights, the
     * quiet ones are the wrong ones.
     */
    @ParameterizedTest
    @CsvSource({
        "2000, 0.05, 0.05, 0.2, 0.10",
        "2000, 0.02, 0.02, 0.2, 0.02",
        "4000, 0.05, 0.01, 0.2, 0.20",
        "4000, 0.02, 0.03, 0.5, 0.00",
        "1000, 0.05, 0.30, 0.2, 0.60",
        "20000, 0.05, 0.001, 0.2, 0.01",
    })
    void theTruthIsInTheIntervalAsOftenAsItSays(
            int answers, double quietDrawn, double quietWrong, double riskyDrawn, double riskyWrong) {
        var random = new Random(20_261);
        double truth = 0.8 * quietWrong + 0.2 * riskyWrong;
        double mean = 0;
        int covered = 0;
        for (int run = 0; run < RUNS; run++) {
            var share = WeightedShare.NOTHING;
            for (int i = 0; i < answers; i++) {
                boolean risky = random.nextDouble() < 0.2;
                boolean wrong = random.nextDouble() < (risky ? riskyWrong : quietWrong);
                double drawn = risky ? riskyDrawn : quietDrawn;
                if (random.nextDouble() < drawn) {
                    share = share.plus(drawn, wrong);
                }
            }
            mean += share.estimate() / RUNS;
            var interval = share.interval(0.95);
            covered += interval.lower() <= truth && truth <= interval.upper() ? 1 : 0;
        }

        assertThat(mean).isCloseTo(truth, within(0.003));
        assertThat(covered / (double) RUNS).isGreaterThanOrEqualTo(0.94);
    }

    private static WeightedShare equally(int wrong, int audits) {
        return IntStream.range(0, audits)
                .boxed()
                .reduce(WeightedShare.NOTHING, (sum, i) -> sum.plus(0.05, i < wrong), (one, other) -> one);
    }
}
