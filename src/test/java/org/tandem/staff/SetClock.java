package org.tandem.staff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A clock that stands until a test moves it. */
public final class SetClock extends Clock {

    private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");
    private final AtomicLong passed = new AtomicLong();

    public void pass(Duration time) {
        passed.addAndGet(time.toSeconds());
    }

    @Override
    public Instant instant() {
        return START.plusSeconds(passed.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @TestConfiguration
    static class Configuration {
        @Bean
        @Primary
        SetClock setClock() {
            return new SetClock();
        }
    }
}
