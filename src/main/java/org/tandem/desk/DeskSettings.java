package org.tandem.desk;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param takeBack how long an answer can be taken back before it goes out; 0 sends it at once
 */
@ConfigurationProperties("tandem.desk")
record DeskSettings(@DefaultValue("10s") Duration takeBack) {

    DeskSettings {
        if (takeBack.isNegative() || takeBack.compareTo(Duration.ofMinutes(5)) > 0) {
            throw new IllegalArgumentException(
                    "tandem.desk.take-back is how long an answer can be taken back, from 0s to 5m, not %s"
                            .formatted(takeBack));
        }
    }
}
