package org.tandem.desk.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandem.inquiry.Waits.Wait;

@Execution(ExecutionMode.CONCURRENT)
class QueueHistoryTest {

    private static final Instant NOW = Instant.parse("2026-03-04T09:00:00Z");

    /**
     * What customers are told holds in its stated share: on quiet and busy days, when they come and while they wait. Those whose case
     * was taken are told nothing any more.
     */
    @ParameterizedTest
    @CsvSource({"0.6, 0", "0.85, 0", "0.95, 0", "0.85, 240", "0.95, 900"})
    void theStatedRangeHoldsInItsStatedShare(double load, long waitingSeconds) {
        var queue = new Queue(11);
        var waits = queue.serves(2_400, load);
        var told = 0;
        var withinHalf = 0;
        var withinMost = 0;

        for (var i = 600; i < waits.size(); i += 3) {
            var customer = waits.get(i);
            var now = customer.since().plusSeconds(waitingSeconds);
            var until = Objects.requireNonNull(customer.until());
            if (waitingSeconds > 0 && queue.begun(i).isBefore(now)) {
                continue;
            }
            var known = Queue.known(waits.subList(Math.max(0, i - 600), Math.min(waits.size(), i + 120)), now);
            var expected = new QueueHistory(known, now).expectation(customer.since());
            var left = Duration.between(now, until);
            told++;
            withinHalf += left.compareTo(Objects.requireNonNull(expected.half())) <= 0 ? 1 : 0;
            withinMost += left.compareTo(Objects.requireNonNull(expected.most())) <= 0 ? 1 : 0;
        }

        System.out.printf(
                "load %.2f, after %d s: of %d customers %.1f %% had an answer within the time for half, %.1f %% within"
                        + " the time for nine in ten%n",
                load, waitingSeconds, told, 100.0 * withinHalf / told, 100.0 * withinMost / told);
        assertThat((double) withinHalf / told).as("half").isBetween(0.40, 0.60);
        assertThat((double) withinMost / told).as("nine in ten").isBetween(0.86, 0.975);
    }

    @Test
    void whoeverCameBeforeAndStillWaitsIsAhead() {
        var waits = List.of(
                wait(1, 60, 30, "anna"), wait(2, 50, null, null), wait(3, 40, null, null), wait(4, 10, null, null));

        assertThat(new QueueHistory(waits, NOW)
                        .expectation(NOW.minusSeconds(600))
                        .place())
                .isEqualTo(3);
        assertThat(new QueueHistory(waits, NOW)
                        .expectation(NOW.minusSeconds(3_600))
                        .place())
                .isEqualTo(1);
    }

    @Test
    void theTimeInWhichNothingHadComeIsNoHandlingTime() {
        var idleBetween = IntStream.range(0, 8)
                .mapToObj(i -> wait(i, 103 - 10 * i, 100 - 10 * i, "anna"))
                .toList();
        var oneAfterTheOther = IntStream.range(0, 8)
                .mapToObj(i -> wait(i, 200, 100 - 10 * i, "anna"))
                .toList();

        assertThat(new QueueHistory(idleBetween, NOW).handling()).contains(Duration.ofMinutes(3));
        assertThat(new QueueHistory(oneAfterTheOther, NOW).handling()).contains(Duration.ofMinutes(10));
    }

    @Test
    void aQueueThatIsHardlyKnownHasAPlaceAndNoTime() {
        var expected = new QueueHistory(List.of(wait(1, 60, 30, "anna")), NOW).expectation(NOW);

        assertThat(expected.place()).isEqualTo(1);
        assertThat(expected.half()).isNull();
        assertThat(expected.most()).isNull();
    }

    private static Wait wait(int number, long sinceMinutes, @Nullable Integer untilMinutes, @Nullable String agent) {
        return new Wait(
                "key:" + number,
                NOW.minus(Duration.ofMinutes(sinceMinutes)),
                untilMinutes == null ? null : NOW.minus(Duration.ofMinutes(untilMinutes)),
                agent);
    }
}
