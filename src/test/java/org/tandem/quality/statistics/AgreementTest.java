package org.tandem.quality.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AgreementTest {

    /** What R's statpsych gives for ci.kappa(.05, 31, 12, 4, 58), by Fleiss, Levin and Paik (2003). */
    @Test
    void twoCategoriesGiveThePublishedKappaAndInterval() {
        var agreement = new Agreement(new long[][] {{31, 12}, {4, 58}});

        assertThat(agreement.pairs()).isEqualTo(105);
        assertThat(agreement.kappa()).isCloseTo(0.6756757, within(1e-7));
        assertThat(agreement.standardError()).isCloseTo(0.07344761, within(1e-7));
        assertThat(agreement.interval(0.95).lower()).isCloseTo(0.5317210, within(1e-6));
        assertThat(agreement.interval(0.95).upper()).isCloseTo(0.8196303, within(1e-6));
    }

    /** Two diagnosticians, 100 patients, three diagnoses: Fleiss, Levin and Paik (2003), table 18.1. */
    @Test
    void threeCategoriesGiveThePublishedKappa() {
        var agreement = new Agreement(new long[][] {{75, 1, 4}, {5, 4, 1}, {0, 0, 10}});

        assertThat(agreement.kappa()).isCloseTo(0.68, within(0.005));
        assertThat(agreement.standardError()).isCloseTo(0.087, within(0.001));
    }

    @Test
    void fullAgreementIsOneAndChanceIsZero() {
        assertThat(new Agreement(new long[][] {{10, 0}, {0, 30}}).kappa()).isEqualTo(1);
        assertThat(new Agreement(new long[][] {{4, 12}, {16, 48}}).kappa()).isCloseTo(0, within(1e-12));
    }

    @Test
    void thereIsNoKappaWhenAllAnswersAreRight() {
        var agreement = new Agreement(new long[][] {{25, 0}, {0, 0}});

        assertThat(agreement.kappa()).isNaN();
        assertThat(agreement.interval(0.95)).isEqualTo(new Interval(-1, 1));
    }

    @Test
    void thereIsNoKappaWithoutReviews() {
        var agreement = new Agreement(new long[2][2]);

        assertThat(agreement.kappa()).isNaN();
        assertThat(agreement.interval(0.95)).isEqualTo(new Interval(-1, 1));
    }
}
