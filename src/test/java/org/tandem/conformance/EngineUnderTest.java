package org.tandem.conformance;

import io.camunda.client.CamundaClient;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.CamundaProcessTestExtension;
import io.camunda.process.test.api.CamundaProcessTestRuntimeMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.tandem.engine.SharedEngine;

/**
 * Which engine the conformance tests ask, by {@code tandem.test.engine}: the embedded one, Camunda Process Test's containers, or the
 * cluster that its {@code remote.*} settings name ({@code remote.client.restAddress} and {@code remote.camundaMonitoringApiAddress}, as
 * system properties or in {@code camunda-container-runtime.properties}).
 */
enum EngineUnderTest {
    EMBEDDED,
    CONTAINERS,
    REMOTE;

    static final EngineUnderTest CHOSEN =
            valueOf(System.getProperty("tandem.test.engine", "embedded").toUpperCase(java.util.Locale.ROOT));

    private static final String REMOTE_REST = "remote.client.restAddress";
    private static final String REMOTE_MONITORING = "remote.camundaMonitoringApiAddress";

    /** A search of a cluster shows what happened only after a while. */
    Duration patience() {
        return this == EMBEDDED ? Duration.ofSeconds(5) : Duration.ofSeconds(40);
    }

    Extension extension() {
        return switch (this) {
            case EMBEDDED -> new Embedded();
            case CONTAINERS ->
                new CamundaProcessTestExtension()
                        .withRuntimeMode(CamundaProcessTestRuntimeMode.MANAGED)
                        .withCamundaEnv("ZEEBE_CLOCK_CONTROLLED", "true");
            case REMOTE -> remote();
        };
    }

    private static Extension remote() {
        var extension = new CamundaProcessTestExtension().withRuntimeMode(CamundaProcessTestRuntimeMode.REMOTE);
        var rest = System.getProperty(REMOTE_REST);
        var monitoring = System.getProperty(REMOTE_MONITORING);
        if (rest != null) {
            extension.withRemoteCamundaClientBuilderFactory(() ->
                    CamundaClient.newClientBuilder().preferRestOverGrpc(true).restAddress(URI.create(rest)));
        }
        if (monitoring != null) {
            extension.withRemoteCamundaMonitoringApiAddress(URI.create(monitoring));
        }
        return extension;
    }

    /** Moves the engine's time; what became due meanwhile happens. */
    void pass(Duration time, CamundaProcessTestContext context) {
        if (this == EMBEDDED) {
            Embedded.moveClock(time);
        } else {
            context.increaseTime(time);
        }
    }

    /** Gives each test the client of the one embedded engine of this JVM. */
    private static final class Embedded implements BeforeEachCallback {
        private static final HttpClient HTTP = HttpClient.newHttpClient();

        @Override
        public void beforeEach(ExtensionContext test) {
            var conformance = (Conformance) test.getRequiredTestInstance();
            conformance.client = Shared.CLIENT;
        }

        static void moveClock(Duration time) {
            var request = HttpRequest.newBuilder(URI.create(SharedEngine.address() + "/actuator/clock/add"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"offsetMilli\":%d}".formatted(time.toMillis())))
                    .build();
            try {
                var answer = HTTP.send(request, BodyHandlers.ofString());
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException("the clock did not move: " + answer.body());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        private static final class Shared {
            static final CamundaClient CLIENT = CamundaClient.newClientBuilder()
                    .restAddress(SharedEngine.address())
                    .grpcAddress(SharedEngine.address())
                    .preferRestOverGrpc(true)
                    .build();
        }
    }
}
