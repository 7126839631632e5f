package org.tandem.quality.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionTest {

    /** Newcombe (1998), table I, method 3. */
    @ParameterizedTest
    @CsvSource({
        "81, 263, 0.2553, 0.3662",
        "15, 148, 0.0624, 0.1605",
        "0, 20, 0.0000, 0.1611",
        "1, 29, 0.0061, 0.1718",
    })
    void theIntervalIsThePublishedOne(long some, long all, double lower, double upper) {
        var interval = new Proportion(some, all).interval(0.95);

        assertThat(interval.lower()).isCloseTo(lower, within(0.00005));
        assertThat(interval.upper()).isCloseTo(upper, within(0.00005));
    }

    @Test
    void nothingCountedSaysNothing() {
        assertThat(new Proportion(0, 0).estimate()).isNaN();
        assertThat(new Proportion(0, 0).interval(0.95)).isEqualTo(new Interval(0, 1));
    }

    @Test
    void moreThanAllIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Proportion(3, 2))
                .withMessage("3 cannot be some of 2");
    }

    @Test
    void aConfidenceThatIsNoneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Proportion(1, 2).interval(95))
                .withMessage("A confidence is between 0 and 1, such as 0.95, not 95.0");
    }
}
