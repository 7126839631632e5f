package org.tandem.channel;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose help page this is.
 *
 * @param company the name customers know
 */
@ConfigurationProperties("tandem")
public record Company(@DefaultValue("Alderpay") String company) {}
