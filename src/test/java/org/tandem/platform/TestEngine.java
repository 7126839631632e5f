package org.tandem.platform;

import io.camunda.process.test.api.CamundaAssert;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * The engine of the process tests: by default one local platform for the whole test run, on free ports, with a clock that tests move
 * forward. {@code -Dtandem.test.engine=containers} uses Camunda Process Test's own containers instead, {@code remote} a cluster given by
 * {@code camunda.process-test.remote.*}.
 */
public final class TestEngine implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String KIND = System.getProperty("tandem.test.engine", "local");
    private static @Nullable LocalPlatformSettings settings;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        CamundaAssert.setAssertionTimeout(Duration.ofSeconds(40));
        var properties = new HashMap<String, Object>();
        properties.put("tandem.platform", "external");
        if (KIND.equals("local")) {
            properties.putAll(addresses(running()));
            context.getBeanFactory()
                    .registerSingleton("engineClock", new EngineClock(running().adapterPort()));
        }
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("testEngine", properties));
    }

    private static Map<String, Object> addresses(LocalPlatformSettings engine) {
        var grpc = "http://127.0.0.1:" + engine.grpcPort();
        var rest = "http://127.0.0.1:" + engine.adapterPort();
        return Map.of(
                "camunda.process-test.runtime-mode", "remote",
                "camunda.process-test.remote.camunda-monitoring-api-address", rest,
                "camunda.process-test.remote.client.grpc-address", grpc,
                "camunda.process-test.remote.client.rest-address", rest,
                "camunda.process-test.remote.client.prefer-rest-over-grpc", false,
                "camunda.process-test.remote.client.execution-threads", 8,
                "camunda.client.grpc-address", grpc,
                "camunda.client.rest-address", rest);
    }

    private static synchronized LocalPlatformSettings running() {
        if (settings == null) {
            var data = Path.of(
                    "target",
                    "test-platform",
                    String.valueOf(ProcessHandle.current().pid()));
            settings = new LocalPlatformSettings(
                    Ports.free(),
                    Ports.free(),
                    Ports.free(),
                    Ports.free(),
                    Ports.free(),
                    Ports.free(),
                    Ports.free(),
                    Ports.free(),
                    data,
                    null,
                    "384m",
                    "256m",
                    true);
            var platform = new LocalPlatform(settings);
            Runtime.getRuntime().addShutdownHook(new Thread(platform::close, "stop-test-platform"));
            platform.start();
        }
        return settings;
    }

    /** The engine's time, so that the application and the engine agree when a test moves it. */
    static final class EngineClock extends Clock {

        private final HttpClient http = HttpClient.newHttpClient();
        private final HttpRequest request;

        EngineClock(int port) {
            this.request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/actuator/clock".formatted(port)))
                    .build();
        }

        @Override
        public Instant instant() {
            try {
                var body =
                        http.send(request, HttpResponse.BodyHandlers.ofString()).body();
                return Instant.ofEpochMilli(Long.parseLong(body.replaceAll(".*\"epochMilli\":(\\d+).*", "$1")));
            } catch (IOException e) {
                throw new IllegalStateException("The engine does not tell the time", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
