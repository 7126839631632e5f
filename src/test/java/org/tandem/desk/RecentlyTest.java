package org.tandem.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tandem.desk.Task.Status;

class RecentlyTest {

    private Instant now = Instant.parse("2026-11-26T09:00:00Z");
    private final InstantSource source = () -> now;
    private final Clock clock = source.withZone(ZoneOffset.UTC);
    private final Recently recently = new Recently(clock);

    @Test
    void whatWasJustDoneCountsUntilTheSearchKnowsIt() {
        recently.became(5, Status.OPEN, "anna");

        assertThat(recently.applyTo(task(Status.OPEN, null)).assignee()).isEqualTo("anna");
        now = now.plus(Recently.SEARCH_FOLLOWS_WITHIN).plusSeconds(1);
        assertThat(recently.applyTo(task(Status.OPEN, "bo")).assignee()).isEqualTo("bo");
    }

    @Test
    void whatIsOverStaysOver() {
        recently.became(5, Status.OPEN, "anna");

        assertThat(recently.applyTo(task(Status.COMPLETED, "bo"))).isEqualTo(task(Status.COMPLETED, "bo"));
    }

    @Test
    void aTaskThatWasJustCompletedIsNotOpenAnyMore() {
        recently.became(5, Status.COMPLETED, "anna");

        assertThat(recently.applyTo(task(Status.OPEN, "anna")).isOpen()).isFalse();
        now = now.plus(Duration.ofSeconds(1));
        assertThat(recently.applyTo(task(Status.OPEN, "anna")).isOpen()).isFalse();
    }

    private static Task task(Status status, @Nullable String assignee) {
        return new Task(
                5,
                "Answer",
                "Process",
                6,
                status,
                assignee,
                List.of("general"),
                List.of(),
                50,
                Instant.EPOCH,
                null,
                null,
                Task.Subject.UNKNOWN);
    }
}
