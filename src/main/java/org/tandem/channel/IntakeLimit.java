package org.tandem.channel;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param times how many inquiries and messages one address may send in the period; 0 means without a limit
 */
@ConfigurationProperties("tandem.intake-limit")
record IntakeLimit(
        @DefaultValue("30") int times, @DefaultValue("1m") Duration per) {}
