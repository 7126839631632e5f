package org.tandem.platform;

import java.util.Arrays;
import java.util.Locale;
import org.springframework.core.env.Environment;

/** Which Camunda the application works with: {@code tandem.platform}. */
enum Platform {
    LOCAL,
    EXTERNAL;

    static final String PROPERTY = "tandem.platform";

    /** Whether there is to be an engine at all. */
    static boolean isUsedIn(Environment environment) {
        return environment.getProperty("camunda.client.enabled", Boolean.class, true);
    }

    static Platform configuredIn(Environment environment) {
        var configured = environment.getProperty(PROPERTY, "local");
        return Arrays.stream(values())
                .filter(platform -> platform.name().equals(configured.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new PlatformException(
                        "%s is '%s', which is not a kind of platform.".formatted(PROPERTY, configured),
                        "Set %s to 'local', to start a Camunda of its own, or to 'external', to use a given one."
                                .formatted(PROPERTY)));
    }
}
