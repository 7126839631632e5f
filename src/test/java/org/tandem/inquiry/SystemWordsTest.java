package org.tandem.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemWordsTest {

    @ParameterizedTest
    @CsvSource({
        "PT0S, 1 minute",
        "PT59S, 1 minute",
        "PT61S, 2 minutes",
        "PT1H, 1 hour",
        "PT2H, 2 hours",
        "PT61M, 2 hours",
        "PT47H, 47 hours",
        "PT48H, 2 days",
        "P3D, 3 days"
    })
    void aPromiseIsInTheLargestUnitAndNeverTooShort(Duration duration, String words) {
        assertThat(SystemWords.roughly(duration)).isEqualTo(words);
    }
}
