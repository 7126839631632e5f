package org.tandem.desk.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.tandem.desk.hours.SampleCalendars;
import org.tandem.inquiry.Waits;

class ForecastsTest {

    /** A Thursday evening in winter: people work in London, and no more in Stockholm. */
    private static final Instant NOW = Instant.parse("2026-11-26T17:40:00Z");

    private final Forecasts forecasts =
            new Forecasts(mock(Waits.class), SampleCalendars.ofCases(), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void whetherPeopleAreThereGoesByTheMarketOfTheCase() {
        var due = NOW.plus(Duration.ofDays(1));

        assertThat(forecasts.of("general", NOW, due, "united-kingdom").opens()).isNull();
        assertThat(forecasts.of("general", NOW, due, "sweden").inWords())
                .isEqualTo("Nobody is here just now; we are back on Friday, 27 November at 08:00 (Europe/Stockholm).");
        assertThat(forecasts.of("general", NOW, due, null).opens()).isNull();
        assertThat(forecasts.of("general", NOW, due, "atlantis").opens()).isNull();
    }
}
