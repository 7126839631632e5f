package org.tandem.engine;

import java.nio.file.Path;
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

    /** What the workers inside this application are called, and nobody else's. */
    static final String WORKER = "inside-tandem";

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
        var host = environment.getProperty("tandem.engine.address", "127.0.0.1");
        var address =
                "http://" + (host.equals("0.0.0.0") ? "127.0.0.1" : host) + ":" + environment.getProperty(PORT, "8080");
        var passwordFile = environment.getProperty("tandem.engine.password-file", ".tandem/engine.password");
        return new MapPropertySource(
                "tandemEngine",
                Map.ofEntries(
                        Map.entry("camunda.client.mode", "self-managed"),
                        Map.entry("camunda.client.grpc-address", address),
                        Map.entry("camunda.client.rest-address", address),
                        Map.entry("camunda.client.auth.method", "basic"),
                        Map.entry("camunda.client.auth.username", EnginePassword.USER),
                        Map.entry("camunda.client.auth.password", EnginePassword.in(Path.of(passwordFile))),
                        Map.entry("camunda.client.prefer-rest-over-grpc", "true"),
                        Map.entry("camunda.client.worker.defaults.name", WORKER),
                        Map.entry("camunda.client.worker.defaults.stream-enabled", "false"),
                        // how soon a worker asks again; the usual 100 ms would be most of the time an answer takes
                        Map.entry("camunda.client.worker.defaults.poll-interval", "10ms")));
    }
}
