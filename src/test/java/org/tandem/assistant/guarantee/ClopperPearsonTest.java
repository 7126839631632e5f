package org.tandem.assistant.guarantee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClopperPearsonTest {

    /** The two-sided 95 % interval of 1 of 10 is known to be 0.0025 to 0.4450, of 4 of 40 it is 0.0279 to 0.2366. */
    @ParameterizedTest
    @CsvSource({"10, 1, 0.0025, 0.4450", "40, 4, 0.0279, 0.2366", "100, 50, 0.3983, 0.6017"})
    void boundsAreThoseOfTheTables(int trials, int events, double lower, double upper) {
        assertThat(ClopperPearson.lower(trials, events, 0.025)).isCloseTo(lower, within(0.0001));
        assertThat(ClopperPearson.upper(trials, events, 0.025)).isCloseTo(upper, within(0.0001));
    }

    @Test
    void withoutAnEventTheUpperBoundHasAClosedForm() {
        assertThat(ClopperPearson.upper(149, 0, 0.05)).isCloseTo(1 - Math.pow(0.05, 1.0 / 149), within(1e-6));
        assertThat(ClopperPearson.lower(149, 0, 0.05)).isZero();
    }

    @Test
    void whenItAlwaysHappensTheUpperBoundIsOne() {
        assertThat(ClopperPearson.upper(7, 7, 0.05)).isEqualTo(1);
        assertThat(ClopperPearson.upper(0, 0, 0.05)).isEqualTo(1);
    }
}
