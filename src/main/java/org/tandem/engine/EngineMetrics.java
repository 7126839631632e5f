package org.tandem.engine;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The embedded engine in numbers. */
@Component
@ConditionalOnProperty(name = "tandem.engine.mode", havingValue = "embedded", matchIfMissing = true)
class EngineMetrics implements MeterBinder {

    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final EmbeddedEngine embedded;
    private Statistics last = Statistics.NONE;
    private long lookedAt = System.nanoTime() - 2 * FRESH_NANOS;

    EngineMetrics(EmbeddedEngine embedded) {
        this.embedded = embedded;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        counter(registry, "tandem.engine.commands", "Commands executed", Statistics::commands);
        counter(registry, "tandem.engine.rejections", "Commands refused", Statistics::rejected);
        counter(registry, "tandem.engine.written", "Things written to the database", Statistics::things);
        FunctionTimer.builder(
                        "tandem.engine.commits",
                        this,
                        metrics -> metrics.statistics().groups(),
                        metrics -> metrics.statistics().commitMicros(),
                        TimeUnit.MICROSECONDS)
                .description("Groups of commands committed, and how long that took")
                .register(registry);
        FunctionTimer.builder(
                        "tandem.engine.answers",
                        this,
                        metrics -> metrics.statistics().answered(),
                        metrics -> metrics.statistics().answerMicros(),
                        TimeUnit.MICROSECONDS)
                .description("Commands answered, from being asked for to being on the disk")
                .register(registry);
        gauge(registry, "tandem.engine.instances.active", "Active process instances", Statistics::instances);
        gauge(registry, "tandem.engine.incidents.active", "Open incidents", Statistics::incidents);
        gauge(registry, "tandem.engine.jobs.activatable", "Jobs that wait for a worker", Statistics::activatableJobs);
        gauge(registry, "tandem.engine.jobs.activated", "Jobs that a worker has", Statistics::activatedJobs);
        gauge(registry, "tandem.engine.jobs.failed", "Jobs with an incident", Statistics::failedJobs);
        gauge(registry, "tandem.engine.user-tasks.open", "Open user tasks", Statistics::userTasks);
    }

    private void counter(MeterRegistry registry, String name, String what, ToDoubleFunction<Statistics> value) {
        FunctionCounter.builder(name, this, metrics -> value.applyAsDouble(metrics.statistics()))
                .description(what)
                .register(registry);
    }

    private void gauge(MeterRegistry registry, String name, String what, ToDoubleFunction<Statistics> value) {
        Gauge.builder(name, this, metrics -> value.applyAsDouble(metrics.statistics()))
                .description(what)
                .register(registry);
    }

    /** One look at the engine serves all numbers of a scrape. */
    private synchronized Statistics statistics() {
        var engine = embedded.engine();
        var now = System.nanoTime();
        if (engine != null && now - lookedAt > FRESH_NANOS) {
            last = engine.statistics();
            lookedAt = now;
        }
        return last;
    }
}
