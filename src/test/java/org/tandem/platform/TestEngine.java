package org.tandem.platform;

import io.camunda.process.test.api.CamundaAssert;
import java.time.Duration;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Chooses the engine of the tests by {@code tandem.test.engine} and points application and CPT at it. */
public final class TestEngine implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final Duration ASSERTION_LIMIT = Duration.ofSeconds(40);
    private static final String REMOTE = "camunda.process-test.remote.";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        CamundaAssert.setAssertionTimeout(ASSERTION_LIMIT);
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "testEngine", settings(System.getProperty("tandem.test.engine", "local"))));
    }

    private static Map<String, Object> settings(String engine) {
        return switch (engine) {
            case "local" -> local();
            case "containers" ->
                Map.of(
                        "tandem.platform", "external",
                        "camunda.process-test.runtime-mode", "managed",
                        "camunda.process-test.camunda-env-vars.ZEEBE_CLOCK_CONTROLLED", "true");
            case "remote" -> Map.of("tandem.platform", "external", "camunda.process-test.runtime-mode", "remote");
            default ->
                throw new IllegalArgumentException(
                        "tandem.test.engine is '" + engine + "', which is none of local, containers and remote");
        };
    }

    private static Map<String, Object> local() {
        var addresses = SharedPlatform.addresses();
        return Map.of(
                "tandem.platform",
                "external",
                "camunda.client.grpc-address",
                addresses.grpc(),
                "camunda.client.rest-address",
                addresses.adapter(),
                "camunda.client.prefer-rest-over-grpc",
                "false",
                "camunda.process-test.runtime-mode",
                "remote",
                REMOTE + "camunda-monitoring-api-address",
                addresses.adapter(),
                REMOTE + "client.grpc-address",
                addresses.grpc(),
                REMOTE + "client.rest-address",
                addresses.adapter(),
                REMOTE + "client.prefer-rest-over-grpc",
                "false");
    }
}
