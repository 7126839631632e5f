package org.tandem.engine;

import io.camunda.process.test.api.CamundaAssert;
import java.time.Duration;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Chooses the engine of the tests by {@code tandem.test.engine} and points application and CPT at it. */
public final class TestEngine implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final Duration ASSERTION_LIMIT = Duration.ofSeconds(40);

    /** The engine is in this process and quick: who looked only ten times a second would wait for most of a test. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private static final String REMOTE = "camunda.process-test.remote.";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        CamundaAssert.setAssertionTimeout(ASSERTION_LIMIT);
        CamundaAssert.setAssertionInterval(LOOK_AGAIN);
        context.addApplicationListener(new WorkersOnce(context));
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "testEngine", settings(System.getProperty("tandem.test.engine", "embedded"))));
    }

    private static Map<String, Object> settings(String engine) {
        return switch (engine) {
            case "embedded" -> embedded();
            case "containers" ->
                Map.of(
                        "tandem.engine.mode", "external",
                        "camunda.client.worker.defaults.stream-enabled", "true",
                        "camunda.process-test.runtime-mode", "managed",
                        "camunda.process-test.camunda-env-vars.ZEEBE_CLOCK_CONTROLLED", "true");
            case "remote" ->
                Map.of(
                        "tandem.engine.mode", "external",
                        "camunda.client.worker.defaults.stream-enabled", "true",
                        "camunda.process-test.runtime-mode", "remote");
            default ->
                throw new IllegalArgumentException(
                        "tandem.test.engine is '" + engine + "', which is none of embedded, containers and remote");
        };
    }

    /** The application under test uses the engine that all tests share, and starts none of its own. */
    private static Map<String, Object> embedded() {
        var address = SharedEngine.address();
        return Map.ofEntries(
                Map.entry("tandem.engine.mode", "external"),
                Map.entry("camunda.client.mode", "self-managed"),
                Map.entry("camunda.client.grpc-address", address),
                Map.entry("camunda.client.rest-address", address),
                Map.entry("camunda.client.prefer-rest-over-grpc", "true"),
                Map.entry("camunda.client.worker.defaults.stream-enabled", "false"),
                Map.entry("camunda.client.worker.defaults.poll-interval", "10ms"),
                // closing the client waits for its open polls, so they must be short here
                Map.entry("camunda.client.worker.defaults.request-timeout", "500ms"),
                Map.entry("camunda.process-test.runtime-mode", "remote"),
                Map.entry(REMOTE + "camunda-monitoring-api-address", address),
                Map.entry(REMOTE + "client.grpc-address", address),
                Map.entry(REMOTE + "client.rest-address", address),
                Map.entry(REMOTE + "client.prefer-rest-over-grpc", "true"));
    }
}
