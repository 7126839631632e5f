package org.tandem.channel.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandem.inquiry.Promise;

class StateInWordsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "PT2H, PT0S, usually answers within 2 hours",
        "PT2H, PT1H, usually answers within 2 hours",
        "PT2H, PT119M, usually answers within 2 hours",
        "PT2H, PT2H, it takes longer than we said",
        "PT25M, PT24M, usually answers within 25 minutes",
        "P3D, P2D, usually answers within 3 days"
    })
    void thePromiseIsTheSameForAsLongAsItHolds(Duration within, Duration passed, String words) {
        assertThat(StateInWords.withPerson(new Promise(NOW, within), NOW.plus(passed))
                        .now())
                .contains(words);
    }
}
