package org.tandem.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class EngineEnvironmentTest {
    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void theClientIsPointedAtTheEmbeddedEngineAndSpeaksRest() {
        process();

        assertThat(environment.getProperty("camunda.client.grpc-address")).isEqualTo("http://127.0.0.1:8080");
        assertThat(environment.getProperty("camunda.client.rest-address")).isEqualTo("http://127.0.0.1:8080");
        assertThat(environment.getProperty("camunda.client.prefer-rest-over-grpc"))
                .isEqualTo("true");
        assertThat(environment.getProperty("camunda.client.worker.defaults.stream-enabled"))
                .isEqualTo("false");
    }

    @Test
    void theClientIsPointedAtTheConfiguredPort() {
        environment.setProperty("tandem.engine.port", "18080");

        process();

        assertThat(environment.getProperty("camunda.client.rest-address")).isEqualTo("http://127.0.0.1:18080");
    }

    @Test
    void anApplicationWithoutAnEngineIsPointedNowhere() {
        environment.setProperty("camunda.client.enabled", "false");

        process();

        assertThat(environment.getProperty("camunda.client.rest-address")).isNull();
    }

    @Test
    void anExternalEngineWithoutAddressesIsRefusedWithTheProperty() {
        environment.setProperty("tandem.engine.mode", "external");
        environment.setProperty("camunda.client.rest-address", "http://c:8080");

        assertThatThrownBy(this::process)
                .isInstanceOf(EngineMisconfigured.class)
                .hasMessageContaining("camunda.client.grpc-address")
                .hasMessageNotContaining("rest-address");
    }

    @Test
    void aCloudEngineNeedsItsClusterAndCredentials() {
        environment.setProperty("tandem.engine.mode", "external");
        environment.setProperty("camunda.client.mode", "saas");

        assertThatThrownBy(this::process)
                .hasMessageContaining("camunda.client.cloud.cluster-id")
                .hasMessageContaining("camunda.client.auth.client-secret");
    }

    @Test
    void aKindOfEngineThatDoesNotExistIsRefused() {
        environment.setProperty("tandem.engine.mode", "docker");

        assertThatThrownBy(this::process).hasMessageContaining("'docker'");
    }

    private void process() {
        new EngineEnvironment().postProcessEnvironment(environment, new SpringApplication());
    }
}
