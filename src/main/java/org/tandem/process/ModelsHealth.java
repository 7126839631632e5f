package org.tandem.process;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the engine has this application's models, and if it has not, why. */
@Component("models")
class ModelsHealth implements HealthIndicator {

    private final ModelDeployment deployment;
    private final DeployedVersions versions;

    ModelsHealth(ModelDeployment deployment, DeployedVersions versions) {
        this.deployment = deployment;
        this.versions = versions;
    }

    @Override
    public Health health() {
        var deployed = deployment.deployed();
        return switch (deployed.state()) {
            case SUCCESS ->
                Health.up().withDetail("processes", versions.processes()).build();
            case RUNNING ->
                Health.unknown().withDetail("models", "waiting for the engine").build();
            case FAILED ->
                Health.down()
                        .withDetail(
                                "models", String.valueOf(deployed.exceptionNow().getMessage()))
                        .build();
            case CANCELLED -> Health.down().withDetail("models", "not deployed").build();
        };
    }
}
