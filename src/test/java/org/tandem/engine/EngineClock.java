package org.tandem.engine;

import io.camunda.process.test.api.CamundaProcessTestContext;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The engine's time. Before the first test has its engine it is the machine's. */
public final class EngineClock extends Clock {
    private final ObjectProvider<CamundaProcessTestContext> engine;
    private final ZoneId zone;

    EngineClock(ObjectProvider<CamundaProcessTestContext> engine, ZoneId zone) {
        this.engine = engine;
        this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new EngineClock(engine, other);
    }

    /** That of the engine in this process is asked directly: workers must not be told another time while a connection breaks. */
    @Override
    public Instant instant() {
        return SharedEngine.now().orElseGet(this::ofCluster);
    }

    private Instant ofCluster() {
        try {
            return engine.getObject().getCurrentTime();
        } catch (RuntimeException noEngineYet) {
            return Instant.now();
        }
    }

    /** Replaces the application's clock. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Configuration {
        @Bean
        @Primary
        Clock engineClock(ObjectProvider<CamundaProcessTestContext> engine) {
            return new EngineClock(engine, ZoneOffset.UTC);
        }
    }
}
