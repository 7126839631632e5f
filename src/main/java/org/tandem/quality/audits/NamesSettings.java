package org.tandem.quality.audits;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long it is known who reviewed what.
 *
 * @param retention after so many days, at least 30, it is forgotten who gave and who reviewed an answer, and what was written of a person's.
 *     For as long as somebody may ask what was said of their work, a person must be able to explain it
 */
@ConfigurationProperties("tandem.quality.audits")
record NamesSettings(@DefaultValue("400d") Duration retention) {

    private static final Duration SHORTEST = Duration.ofDays(30);

    NamesSettings {
        if (retention.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException(
                    "tandem.quality.audits.retention is how long it is known who gave and who reviewed an answer, at least 30d, not %s"
                            .formatted(retention));
        }
    }
}
