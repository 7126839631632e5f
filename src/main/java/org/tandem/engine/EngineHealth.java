package org.tandem.engine;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Whether the embedded engine works; why not, if it has stopped by itself. */
@Component("engine")
@ConditionalOnProperty(name = "tandem.engine.mode", havingValue = "embedded", matchIfMissing = true)
class EngineHealth implements HealthIndicator {

    private final EmbeddedEngine embedded;

    EngineHealth(EmbeddedEngine embedded) {
        this.embedded = embedded;
    }

    @Override
    public Health health() {
        var engine = embedded.engine();
        if (engine == null) {
            return Health.down().withDetail("engine", "not started").build();
        }
        var failure = engine.failure();
        return failure == null
                ? Health.up().build()
                : Health.down()
                        .withDetail("engine", String.valueOf(failure.getMessage()))
                        .build();
    }
}
