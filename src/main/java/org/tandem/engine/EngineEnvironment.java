package org.tandem.engine;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Settles early where the engine is. The Camunda client is pointed at the embedded engine's one port; for an external one its
 * addresses are insisted on.
 */
final class EngineEnvironment implements EnvironmentPostProcessor, Ordered {

    static final String PORT = "tandem.engine.port";

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!EngineMode.isUsedIn(environment)) {
            return;
        }
        switch (EngineMode.configuredIn(environment)) {
            case EMBEDDED -> environment.getPropertySources().addFirst(embedded(environment));
            case EXTERNAL -> ExternalAddresses.require(environment);
        }
    }

    /** The embedded engine speaks the REST API and nothing else. */
    private static MapPropertySource embedded(ConfigurableEnvironment environment) {
        var address = "http://127.0.0.1:" + environment.getProperty(PORT, "8080");
        return new MapPropertySource(
                "tandemEngine",
                Map.of(
                        "camunda.client.mode", "self-managed",
                        "camunda.client.grpc-address", address,
                        "camunda.client.rest-address", address,
                        "camunda.client.prefer-rest-over-grpc", "true",
                        "camunda.client.worker.defaults.stream-enabled", "false"));
    }
}
