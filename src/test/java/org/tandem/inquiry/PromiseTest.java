package org.tandem.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandem.inquiry.Cases.NOW;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromiseTest {

    @ParameterizedTest
    @CsvSource({
        "PT0S, 1 minute, PT1M",
        "PT59S, 1 minute, PT1M",
        "PT61S, 2 minutes, PT2M",
        "PT1H, 1 hour, PT1H",
        "PT2H, 2 hours, PT2H",
        "PT61M, 2 hours, PT2H",
        "PT110M, 2 hours, PT2H",
        "PT25H, 25 hours, PT25H",
        "PT47H, 47 hours, PT47H",
        "PT48H, 2 days, PT48H",
        "PT49H, 3 days, PT72H",
        "P3D, 3 days, PT72H"
    })
    void aPromiseIsInTheLargestUnitAndBrokenNoSoonerThanItsWordsSay(Duration due, String words, Duration until) {
        var promise = Promise.of(
                new HandOver("key", HandOverReason.GATE, "general", NOW.plus(due), NOW.plus(due), null, NOW));

        assertThat(promise.inWords()).isEqualTo(words);
        assertThat(promise.by()).isEqualTo(NOW.plus(until));
    }
}
