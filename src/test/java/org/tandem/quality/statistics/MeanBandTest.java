package org.tandem.quality.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeanBandTest {

    /** Worked out apart from this code, as the theorem of Waudby-Smith and Ramdas has it. */
    @Test
    void theBoundsAreThoseOfTheTheorem() {
        var band = new MeanBand(0.05);
        for (int i = 0; i < 200; i++) {
            band.observe(i % 4 / 3.0);
        }

        assertThat(band.lower()).isEqualTo(0.41589380432636913, within(1e-12));
        assertThat(band.upper()).isEqualTo(0.5799052510210854, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.3, 0.5, 0.9})
    void looksAtEveryMomentMakeNoBoundWrongMoreOftenThanAllowed(double mean) {
        assertThat(brokenOf(400, random -> random.nextDouble() < mean ? 1 : 0, mean))
                .isLessThan(0.1);
    }

    /** Ratings are seldom in the middle. */
    @Test
    void noMatterHowTheValuesAreSpread() {
        assertThat(brokenOf(400, random -> random.nextInt(5) == 0 ? 0 : 0.75 + 0.25 * random.nextInt(2), 0.7))
                .isLessThan(0.1);
    }

    @Test
    void theBandBecomesNarrowAndTheNarrowerTheLessTheValuesVary() {
        var varied = new MeanBand(0.05);
        var even = new MeanBand(0.05);
        var random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            varied.observe(random.nextInt(2));
            even.observe(0.5 + 0.1 * (random.nextDouble() - 0.5));
        }

        assertThat(varied.upper() - varied.lower()).isBetween(0.03, 0.12);
        assertThat(even.upper() - even.lower()).isLessThan(0.02);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void aValueOutsideIsRefused(double value) {
        assertThatThrownBy(() -> new MeanBand(0.05).observe(value)).hasMessageContaining("between 0 and 1");
    }

    @Test
    void aGapThatIsToleratedRaisesNoAlarmAndAGreaterOneDoes() {
        long falseAlarms = IntStream.range(0, 200)
                .filter(seed -> raisedAfter(seed, 0.70, 0.75) < 2_000)
                .count();
        long missed = IntStream.range(0, 50)
                .filter(seed -> raisedAfter(seed, 0.45, 0.75) >= 2_000)
                .count();

        assertThat(falseAlarms).isLessThanOrEqualTo(10);
        assertThat(missed).isZero();
    }

    private static int raisedAfter(int seed, double watched, double compared) {
        var random = new Random(seed);
        var watch = new GapWatch(0.05, 0.05);
        for (int i = 0; i < 2_000; i++) {
            boolean isWatched = random.nextBoolean();
            if (watch.observe(isWatched, random.nextDouble() < (isWatched ? watched : compared) ? 1 : 0)) {
                return i;
            }
        }
        return 2_000;
    }

    /** In which share of the runs one of the bounds was ever wrong; each may with a probability of 0.05. */
    private static double brokenOf(int runs, ToDoubleFunction<Random> value, double mean) {
        return IntStream.range(0, runs)
                        .filter(seed -> {
                            var random = new Random(seed);
                            var band = new MeanBand(0.05);
                            for (int i = 0; i < 1_000; i++) {
                                band.observe(value.applyAsDouble(random));
                            }
                            return band.lower() > mean || band.upper() < mean;
                        })
                        .count()
                / (double) runs;
    }
}
