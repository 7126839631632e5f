package org.tandem.channel.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateInWordsTest {

    @ParameterizedTest
    @CsvSource({
        "PT1S, 5 min",
        "PT5M, 5 min",
        "PT6M, 10 min",
        "PT50M, 50 min",
        "PT51M, 1 h",
        "PT1H1S, 2 h",
        "PT2H, 2 h",
        "PT24H, 24 h",
        "PT25H, 2 days"
    })
    void theTimeLeftIsRoundedUpInCalmSteps(Duration left, String words) {
        assertThat(StateInWords.roughly(left)).isEqualTo(words);
    }
}
