package org.tandem.disk;

import java.time.Clock;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/** The application's database for a command: without the rest of the application, and configured as that is. */
public final class DatabaseAlone {

    private DatabaseAlone() {}

    /** Whoever runs the command has set up the logging, which is that of all of this Java. */
    public static SpringApplicationBuilder with(Class<?> parts) {
        ApplicationContextInitializer<GenericApplicationContext> clock =
                context -> context.registerBean(Clock.class, Clock::systemUTC);
        var builder = new SpringApplicationBuilder(parts)
                .web(WebApplicationType.NONE)
                .initializers(clock)
                .properties(Map.of(
                        "camunda.client.enabled", "false",
                        "spring.main.banner-mode", "off",
                        "spring.datasource.hikari.maximum-pool-size", "2"));
        var application = builder.application();
        application.setListeners(application.getListeners().stream()
                .filter(listener -> !(listener instanceof LoggingApplicationListener))
                .toList());
        return builder;
    }
}
