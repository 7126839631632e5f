package org.tandem.desk.waiting;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When customers who wait are told that it takes longer than they were told.
 *
 * @param most so often at most while they wait for one answer; 0 for never
 * @param leastThatMatters a shorter time counts as this one, so that nobody is told of minutes
 */
@ConfigurationProperties("tandem.desk.wait-news")
record WaitNewsSettings(
        @DefaultValue("2") int most, @DefaultValue("10m") Duration leastThatMatters) {

    WaitNewsSettings {
        if (most < 0 || most > 10) {
            throw new IllegalArgumentException(
                    "tandem.desk.wait-news.most is how often a customer is told, from 0 to 10, not %d".formatted(most));
        }
        if (!leastThatMatters.isPositive()) {
            throw new IllegalArgumentException(
                    "tandem.desk.wait-news.least-that-matters has to be more than nothing, not %s"
                            .formatted(leastThatMatters));
        }
    }
}
