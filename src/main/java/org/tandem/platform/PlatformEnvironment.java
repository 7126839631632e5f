package org.tandem.platform;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Settles early where the engine is. For the local platform it picks the free ports and points the Camunda client at them;
 * for an external one it insists on the addresses.
 */
final class PlatformEnvironment implements EnvironmentPostProcessor, Ordered {
    static final String SOURCE = "tandemPlatform";

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (Platform.configuredIn(environment) == Platform.LOCAL
                && !environment.getPropertySources().contains(SOURCE)) {
            environment.getPropertySources().addFirst(new MapPropertySource(SOURCE, localSettings(environment)));
        }
    }

    private static Map<String, Object> localSettings(ConfigurableEnvironment environment) {
        var configured = bind(environment);
        var settings = new LinkedHashMap<String, Object>(Ports.fix(configured.ports()));
        settings.put("camunda.client.mode", "self-managed");
        settings.put("camunda.client.grpc-address", "http://127.0.0.1:" + settings.get(port("grpc-port")));
        settings.put("camunda.client.rest-address", "http://127.0.0.1:" + settings.get(port("adapter-port")));
        // Workers and commands go over gRPC: the REST API of 8.6 is another one than the client's.
        settings.put("camunda.client.prefer-rest-over-grpc", "false");
        return settings;
    }

    static LocalPlatformProperties bind(ConfigurableEnvironment environment) {
        return Binder.get(environment).bindOrCreate("tandem.local-platform", LocalPlatformProperties.class);
    }

    private static String port(String name) {
        return LocalPlatformProperties.PREFIX + name;
    }
}
