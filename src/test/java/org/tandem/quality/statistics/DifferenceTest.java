package org.tandem.quality.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferenceTest {

    private static final double CONFIDENCE = 0.95;

    /** Table II of Newcombe (1998), method 10. */
    @ParameterizedTest
    @CsvSource({
        "56, 70, 48, 80,  0.0524, 0.3339",
        "9,  10, 3,  10,  0.1705, 0.8090",
        "6,  7,  2,  7,   0.0582, 0.8062",
        "5,  56, 0,  29, -0.0381, 0.1926",
        "0,  10, 0,  20, -0.1611, 0.2775",
        "10, 10, 0,  20,  0.6791, 1.0000",
    })
    void theIntervalIsTheOnePublished(long some, long all, long others, long of, double lower, double upper) {
        var difference = Difference.of(new Proportion(some, all), new Proportion(others, of), CONFIDENCE);

        assertThat(difference.interval().lower()).isCloseTo(lower, within(5e-5));
        assertThat(difference.interval().upper()).isCloseTo(upper, within(5e-5));
    }

    @Test
    void whereThereIsNothingOfOneNothingIsKnown() {
        var difference = Difference.of(new Proportion(1, 2), new Proportion(0, 0), CONFIDENCE);

        assertThat(difference.estimate()).isNaN();
        assertThat(difference.interval()).isEqualTo(new Interval(-1, 1));
        assertThat(difference.isCertain()).isFalse();
        assertThat(Difference.of(WeightedShare.NOTHING, WeightedShare.NOTHING, CONFIDENCE)
                        .estimate())
                .isNaN();
    }

    /** One answer in twenty of one side is audited, and all of the other, of which there are few. */
    @Test
    void itHoldsForAuditedSharesToo() {
        var random = new SplittableRandom(9);
        int held = 0;
        for (int run = 0; run < 400; run++) {
            var one = audited(random, 2_000, 0.05, 0.06);
            var other = audited(random, 60, 1, 0.03);
            var within = Difference.of(one, other, CONFIDENCE).interval();
            held += within.lower() <= 0.03 && 0.03 <= within.upper() ? 1 : 0;
        }
        assertThat(held).isGreaterThanOrEqualTo(376);
    }

    private static WeightedShare audited(SplittableRandom random, int answers, double chance, double wrong) {
        var share = WeightedShare.NOTHING;
        for (int i = 0; i < answers; i++) {
            if (random.nextDouble() < chance) {
                share = share.plus(chance, random.nextDouble() < wrong);
            }
        }
        return share;
    }
}
