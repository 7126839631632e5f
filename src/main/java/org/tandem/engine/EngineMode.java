package org.tandem.engine;

import java.util.Arrays;
import java.util.Locale;
import org.springframework.core.env.Environment;

/** Which engine moves the cases: {@code tandem.engine.mode}. */
enum EngineMode {
    EMBEDDED,
    EXTERNAL;

    static final String PROPERTY = "tandem.engine.mode";

    /** Whether there is to be an engine at all. */
    static boolean isUsedIn(Environment environment) {
        return environment.getProperty("camunda.client.enabled", Boolean.class, true);
    }

    static EngineMode configuredIn(Environment environment) {
        var configured = environment.getProperty(PROPERTY, "embedded");
        return Arrays.stream(values())
                .filter(mode -> mode.name().equals(configured.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new EngineMisconfigured(
                        "%s is '%s', which is no kind of engine.".formatted(PROPERTY, configured),
                        "Set %s to 'embedded', to use Tandem's own engine, or to 'external', to use a given Camunda."
                                .formatted(PROPERTY)));
    }
}
