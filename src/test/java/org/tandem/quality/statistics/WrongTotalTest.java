package org.tandem.quality.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrongTotalTest {

    private static final int RUNS = 200;

    @Test
    void everythingAuditedIsKnownNearly() {
        var total = new WrongTotal(0.999, 0.05);
        IntStream.range(0, 1_000).forEach(i -> total.audited(1, i % 50 == 0));

        assertThat(total.estimate()).isEqualTo(20);
        assertThat(total.upper()).isBetween(20.0, 21.0);
    }

    /** Without errors found the bound is where the mixture reaches 20: 0.95 to the power of 60 is about a twentieth. */
    @Test
    void withoutErrorsFoundTheBoundIsThatOfTheUnseen() {
        var total = new WrongTotal(0.05, 0.05);
        for (int i = 0; i < 4_000; i++) {
            if (i % 20 == 0) {
                total.audited(0.05, false);
            } else {
                total.notAudited();
            }
        }

        assertThat(total.estimate()).isZero();
        assertThat(total.upper()).isBetween(Math.log(0.05) / Math.log(0.95), 85.0);
        assertThat(total.answers()).isEqualTo(4_000);
        assertThat(total.audits()).isEqualTo(200);
    }

    @Test
    void noMoreThanAllAnswersAreWrong() {
        var total = new WrongTotal(0.05, 0.05);
        assertThat(total.upper()).isZero();

        total.notAudited();

        assertThat(total.upper()).isEqualTo(1);
    }

    /** However the errors come: rarely, in one bundle that begins unseen, or more often where fewer are audited. */
    @ParameterizedTest
    @CsvSource({"0.02, 0, 1", "0, 0.2, 1", "0.03, 0.1, 4", "0, 1, 1"})
    void theTruthIsUnderTheBoundAtEveryMoment(double share, double later, int densest) {
        long broken = IntStream.range(0, RUNS)
                .filter(run -> {
                    var random = new Random(run);
                    var total = new WrongTotal(0.05, 0.05);
                    double truth = 0;
                    for (int i = 0; i < 2_000; i++) {
                        boolean wrong = random.nextDouble() < (i % 1_000 < 900 ? share : later);
                        truth += wrong ? 1 : 0;
                        double audit = wrong ? 0.05 : 0.05 * densest;
                        if (random.nextDouble() < audit) {
                            total.audited(audit, wrong);
                        } else {
                            total.notAudited();
                        }
                        if (i % 20 == 0 && total.excludes(truth)) {
                            return true;
                        }
                    }
                    return false;
                })
                .count();

        assertThat(broken)
                .isLessThanOrEqualTo(new BinomialDistribution(null, RUNS, 0.05).inverseCumulativeProbability(0.999));
    }

    @Test
    void theEstimateHasNoBias() {
        double mean = IntStream.range(0, RUNS)
                .mapToDouble(run -> {
                    var random = new Random(run);
                    var total = new WrongTotal(0.05, 0.05);
                    for (int i = 0; i < 1_000; i++) {
                        double audit = i % 2 == 0 ? 0.05 : 0.5;
                        if (random.nextDouble() < audit) {
                            total.audited(audit, i % 10 == 0 || i % 10 == 1);
                        } else {
                            total.notAudited();
                        }
                    }
                    return total.estimate();
                })
                .average()
                .orElseThrow();

        assertThat(mean).isCloseTo(200, Offset.offset(15.0));
    }

    @ParameterizedTest
    @CsvSource({"0.01", "0", "1.5", "NaN"})
    void anAuditWithALesserProbabilityThanPromisedIsRefused(double share) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WrongTotal(0.05, 0.05).audited(share, true))
                .withMessage("An answer is audited with a probability of 0.05 to 1, not " + share);
    }
}
