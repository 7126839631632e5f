package org.tandem.platform;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Points the Camunda client at the local platform, and fixes ports given as 0 before anybody reads them. With {@code
 * tandem.platform=external} it only insists that the addresses are given.
 */
class PlatformEnvironment implements EnvironmentPostProcessor {

    private static final String PREFIX = "tandem.local-platform.";
    private static final Map<String, Integer> PORTS = Map.of(
            "web-port", 8080,
            "adapter-port", 8088,
            "grpc-port", 26500,
            "management-port", 9600,
            "command-port", 26501,
            "internal-port", 26502,
            "open-search-port", 9210,
            "open-search-transport-port", 9310);

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        switch (environment.getProperty("tandem.platform", "local")) {
            case "local" -> pointAtLocalPlatform(environment);
            case "external" -> requireAddresses(environment);
            case String other ->
                throw new PlatformProblem(
                        "tandem.platform is \"%s\", but it has to be local or external".formatted(other));
        }
    }

    private static void pointAtLocalPlatform(ConfigurableEnvironment environment) {
        var fixed = new HashMap<String, Object>();
        PORTS.forEach((name, otherwise) -> {
            var port = environment.getProperty(PREFIX + name, Integer.class, otherwise);
            fixed.put(PREFIX + name, port == 0 ? Ports.free() : port);
        });
        fixed.put("camunda.client.grpc-address", "http://127.0.0.1:" + fixed.get(PREFIX + "grpc-port"));
        fixed.put("camunda.client.rest-address", "http://127.0.0.1:" + fixed.get(PREFIX + "adapter-port"));
        environment.getPropertySources().addFirst(new MapPropertySource("localPlatform", fixed));
    }

    private static void requireAddresses(ConfigurableEnvironment environment) {
        if (environment.getProperty("camunda.client.mode", "self-managed").equals("saas")) {
            return;
        }
        for (var property : List.of("camunda.client.grpc-address", "camunda.client.rest-address")) {
            if (!environment.containsProperty(property)) {
                throw new PlatformProblem(
                        "tandem.platform is external, so %s has to be the address of your Camunda, for example http://camunda:26500"
                                .formatted(property));
            }
        }
    }
}
