package org.tandem.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InWordsTest {

    @ParameterizedTest
    @CsvSource({
        "PT30S, less than a minute",
        "PT7M, 7 min",
        "PT89M, 85 min",
        "PT119M, 1 h 55 min",
        "PT2H4M, 2 h",
        "PT5H30M, 5 h",
        "PT50H, 2 days"
    })
    void aDurationIsToldInStepsThatMatter(Duration duration, String words) {
        assertThat(InWords.roughly(duration)).isEqualTo(words);
    }
}
