package org.tandem.quality.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SatisfactionTest {

    @Test
    void theSilentMayAllBeSatisfiedOrNobodyOfThem() {
        var csat = new Satisfaction(160, 200, 1_000);

        assertThat(csat.ofAnswers().estimate()).isEqualTo(0.8);
        assertThat(csat.responses().estimate()).isEqualTo(0.2);
        assertThat(csat.worst().estimate()).isEqualTo(0.16);
        assertThat(csat.best().estimate()).isEqualTo(0.96);
        assertThat(csat.bounds(0.95).lower()).isCloseTo(0.1386, within(0.0001));
        assertThat(csat.bounds(0.95).upper()).isCloseTo(0.9704, within(0.0001));
    }

    @Test
    void whenAllAnswerTheBoundsMeet() {
        var csat = new Satisfaction(160, 200, 200);

        assertThat(csat.worst()).isEqualTo(csat.best()).isEqualTo(csat.ofAnswers());
        assertThat(csat.bounds(0.95)).isEqualTo(csat.ofAnswers().interval(0.95));
    }

    @Test
    void moreAnswersThanWereAskedForAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Satisfaction(1, 3, 2))
                .withMessage("Of 2 who were asked 3 cannot have answered and 1 be satisfied");
    }
}
