package org.tandem.quality.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorBandTest {

    /** Computed elsewhere by numerical integration of the mixtures (SciPy's quad and brentq). */
    @ParameterizedTest
    @CsvSource({
        "0.05, 100, 0, 0, 0.044664321",
        "0.05, 100, 5, 0.006171554, 0.147053168",
        "0.05, 1000, 20, 0.007429859, 0.037918202",
        "0.05, 2500, 50, 0.010873842, 0.030890645"
    })
    void theBoundsAreWhereTheMixtureIsAsLikelyAsTheBarrier(
            double allowance, int audits, int wrong, double lower, double upper) {
        var band = new ErrorBand(allowance);
        IntStream.range(0, audits).forEach(audit -> band.observe(audit < wrong));

        assertThat(band.lower()).isCloseTo(lower, Offset.offset(1e-6));
        assertThat(band.upper()).isCloseTo(upper, Offset.offset(1e-6));
        assertThat(band.estimate()).isEqualTo((double) wrong / audits);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.005, 0.02, 0.3})
    void theTruthIsInsideAtEveryMomentInNineOfTenLives(double share) {
        int runs = 200;
        long left = IntStream.range(0, runs)
                .filter(run -> {
                    var random = new Random(run);
                    var band = new ErrorBand(0.1);
                    return IntStream.range(0, 1_000).anyMatch(audit -> {
                        band.observe(random.nextDouble() < share);
                        return audit % 10 == 9 && band.excludes(share);
                    });
                })
                .count();

        assertThat(left)
                .isLessThanOrEqualTo(new BinomialDistribution(null, runs, 0.1).inverseCumulativeProbability(0.999));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nothingIsKnownBeforeTheFirstAudit(boolean wrong) {
        var band = new ErrorBand(0.05);
        assertThat(band.lower()).isZero();
        assertThat(band.upper()).isEqualTo(1);

        band.observe(wrong);

        assertThat(band.lower()).isLessThan(wrong ? 0.1 : 1e-9);
        assertThat(band.upper()).isGreaterThan(wrong ? 0.99 : 0.9);
    }
}
