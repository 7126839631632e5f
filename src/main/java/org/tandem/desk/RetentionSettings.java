package org.tandem.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long it is kept what was decided about people's work.
 *
 * @param retention offers with all they were decided by (those who did not get them, too), what became of them, answered questions about
 *     them, when people were available, and what leads did with tasks are deleted after so many days, at least 30. For as long as somebody
 *     may ask why work was offered to them or not, a person must be able to explain it (Directive (EU) 2024/2831, Articles 10 and 11), so
 *     choose no less than your country gives people for that. An offer about which a question is open stays until that is answered and
 *     old itself. What was paid is in the ledger, which is never shortened.
 */
@ConfigurationProperties("tandem.desk")
public record RetentionSettings(@DefaultValue("400d") Duration retention) {

    private static final Duration SHORTEST = Duration.ofDays(30);

    public RetentionSettings {
        if (retention.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException(
                    "tandem.desk.retention is how long decisions about people's work can be explained, at least 30d, not %s"
                            .formatted(retention));
        }
    }

    /** What is from before this is deleted. */
    public Instant oldest(Clock clock) {
        return clock.instant().minus(retention).truncatedTo(ChronoUnit.MICROS);
    }
}
