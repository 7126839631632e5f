package org.tandem.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class PlatformEnvironmentTest {
    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void theClientIsPointedAtTheLocalPlatform() {
        process();

        assertThat(environment.getProperty("camunda.client.grpc-address")).isEqualTo("http://127.0.0.1:26500");
        assertThat(environment.getProperty("camunda.client.rest-address")).isEqualTo("http://127.0.0.1:8088");
        assertThat(environment.getProperty("camunda.client.prefer-rest-over-grpc"))
                .isEqualTo("false");
    }

    @Test
    void aFreePortIsPickedOnceForPlatformAndClient() {
        environment.setProperty("tandem.local-platform.grpc-port", "0");

        process();

        var port = PlatformEnvironment.bind(environment).grpcPort();
        assertThat(port).isPositive();
        assertThat(environment.getProperty("camunda.client.grpc-address")).endsWith(":" + port);
    }

    @Test
    void anExternalPlatformWithoutAddressesIsRefusedWithTheProperty() {
        environment.setProperty("tandem.platform", "external");
        environment.setProperty("camunda.client.rest-address", "http://c:8080");

        assertThatThrownBy(this::process)
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("camunda.client.grpc-address")
                .hasMessageNotContaining("rest-address");
    }

    @Test
    void aCloudPlatformNeedsItsClusterAndCredentials() {
        environment.setProperty("tandem.platform", "external");
        environment.setProperty("camunda.client.mode", "saas");

        assertThatThrownBy(this::process)
                .hasMessageContaining("camunda.client.cloud.cluster-id")
                .hasMessageContaining("camunda.client.auth.client-secret");
    }

    @Test
    void aKindOfPlatformThatDoesNotExistIsRefused() {
        environment.setProperty("tandem.platform", "docker");

        assertThatThrownBy(this::process).hasMessageContaining("'docker'");
    }

    private void process() {
        new PlatformEnvironment().postProcessEnvironment(environment, new SpringApplication());
    }
}
