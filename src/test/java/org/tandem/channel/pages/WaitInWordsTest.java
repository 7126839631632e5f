package org.tandem.channel.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandem.inquiry.Expectation;

class WaitInWordsTest {

    @Test
    void outOfHoursTheNextOpeningIsToldInsteadOfATimeThatHoldsByDay() {
        var opening = ZonedDateTime.of(2026, 11, 30, 8, 0, 0, 0, ZoneId.of("Europe/London"));

        assertThat(WaitInWords.of(
                        new Expectation(2, Duration.ofMinutes(5), Duration.ofMinutes(9)).closedUntil(opening)))
                .isEqualTo(
                        "You are number 2 in the queue. Nobody is here just now; we are back on Monday, 30 November at"
                                + " 08:00 (Europe/London).");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 |         |         | You are next in the queue.",
                "3 |         |         | You are number 3 in the queue.",
                "3 | PT4M1S  | PT12M   | You are number 3 in the queue. Half of the customers in this place have an"
                        + " answer within 5 minutes, nine in ten within 15 minutes.",
                "1 | PT2S    | PT20S   | You are next in the queue. Nine in ten customers in this place have an answer"
                        + " within 1 minute.",
                "9 | PT86M   | PT71H   | You are number 9 in the queue. Half of the customers in this place have an"
                        + " answer within 2 hours, nine in ten within 3 days.",
            })
    void aWaitIsToldWithItsPlaceAndItsRange(int place, @Nullable Duration half, @Nullable Duration most, String words) {
        assertThat(WaitInWords.of(new Expectation(place, half, most))).isEqualTo(words);
    }
}
