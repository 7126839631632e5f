package org.tandem.process;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Tells operators which cases stand still until an incident is resolved, in the health as {@code cases} and as the metric
 * {@code tandem.cases.stuck}. All others go on, so it never makes the whole unhealthy.
 */
@Component("cases")
class StuckCasesHealth implements HealthIndicator {

    private final StuckCases cases;

    StuckCasesHealth(StuckCases cases, MeterRegistry metrics) {
        this.cases = cases;
        Gauge.builder("tandem.cases.stuck", cases, stuck -> stuck.all().size())
                .description("Steps of cases that failed for good and wait for an operator")
                .register(metrics);
    }

    @Override
    public Health health() {
        var stuck = cases.all();
        if (stuck.isEmpty()) {
            return Health.up().build();
        }
        return Health.status("STUCK")
                .withDetail(
                        "incidents",
                        stuck.stream()
                                .map(one -> "%s: %s".formatted(one.number(), one.element()))
                                .toList())
                .build();
    }
}
