package org.tandem.quality.audits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditSettingsTest {

    private static final AuditSettings USUAL = new AuditSettings(0.05, 0.5, 0.1, 0.01, 0.02);

    @ParameterizedTest
    @CsvSource({
        "0, 0.5, 0.1, 0.01, 0, tandem.quality.audits.share is 0.0",
        "5, 0.5, 0.1, 0.01, 0, tandem.quality.audits.share is 5.0",
        "0.05, -1, 0.1, 0.01, 0, tandem.quality.audits.suspicious-share is -1.0",
        "0.05, 0.5, 10, 0.01, 0, tandem.quality.audits.twice is 10.0",
        "0.05, 0.5, 0.1, NaN, 0, tandem.quality.audits.hold-out is NaN",
        "0.05, 0.5, 0.1, 0, 2, tandem.quality.audits.people is 2.0",
    })
    void aShareThatIsNoneIsRefusedByName(
            double share, double suspicious, double twice, double holdOut, double people, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AuditSettings(share, suspicious, twice, holdOut, people))
                .withMessageStartingWith(why)
                .withMessageContaining("such as");
    }

    @ParameterizedTest
    @CsvSource({
        "0.001, 0, 0.05",
        "0.01, 0, 0.05",
        "0.04, 0, 0.10",
        "0.16, 0, 0.20",
        "1, 0, 0.5",
        "0.01, 0.1, 0.15",
        "0.01, 1, 0.5",
    })
    void riskAndSuspicionMakeAnAuditMoreLikely(double risk, double suspicion, double chance) {
        assertThat(new Chances(USUAL).of(risk, suspicion)).isCloseTo(chance, within(1e-9));
    }

    @Test
    void noTimeForWhichNamesAreKeptIsTooShortToExplain() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NamesSettings(Duration.ofDays(29)))
                .withMessage(
                        "tandem.quality.audits.retention is how long it is known who gave and who reviewed an answer, at least"
                                + " 30d, not PT696H");
    }

    @Test
    void onlyIfAllAreAuditedIsOneAuditedForCertain() {
        assertThat(new Chances(new AuditSettings(0.5, 1, 0, 0, 0)).of(0.9, 1)).isEqualTo(0.99);
        assertThat(new Chances(new AuditSettings(1, 1, 0, 0, 1)).of(0.001, 0)).isEqualTo(1);
    }
}
