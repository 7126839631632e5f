package org.tandem.channel.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.tandem.inquiry.Expectation;

class InquiryViewTest {

    @Test
    void whoeverWaitsIsToldPlaceAndTimesOrWhenPeopleAreBack() {
        var expected = new Expectation(3, Duration.ofMinutes(4), Duration.ofMinutes(12));

        assertThat(InquiryView.Waiting.of(expected))
                .isEqualTo(new InquiryView.Waiting(3, Duration.ofMinutes(4), Duration.ofMinutes(12), null));
        assertThat(InquiryView.Waiting.of(
                        expected.closedUntil(ZonedDateTime.parse("2026-11-30T08:00:00+01:00[Europe/Stockholm]"))))
                .isEqualTo(new InquiryView.Waiting(3, null, null, Instant.parse("2026-11-30T07:00:00Z")));
    }
}
