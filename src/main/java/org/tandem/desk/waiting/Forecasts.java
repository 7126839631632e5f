package org.tandem.desk.waiting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tandem.desk.hours.CaseCalendars;
import org.tandem.inquiry.CaseFile;
import org.tandem.inquiry.Expectation;
import org.tandem.inquiry.State;
import org.tandem.inquiry.Waits;

/** What waiting customers are told to expect. Their pages ask often, so what is known of a queue serves all of them for a while. */
@Component
class Forecasts implements Expectation.Forecast {

    private static final Duration FRESH = Duration.ofSeconds(20);
    private static final Duration LOOKED_BACK = Duration.ofDays(14);

    private final Map<String, Known> queues = new ConcurrentHashMap<>();
    private final Waits waits;
    private final CaseCalendars calendars;
    private final Clock clock;

    Forecasts(Waits waits, CaseCalendars calendars, Clock clock) {
        this.waits = waits;
        this.calendars = calendars;
        this.clock = clock;
    }

    private record Known(QueueHistory history, Instant at) {}

    @Override
    public Optional<Expectation> of(CaseFile file) {
        return file.state() == State.WITH_PERSON
                ? file.handOvers().stream()
                        .filter(handOver -> handOver.conversationKey().equals(file.conversationKey()))
                        .findFirst()
                        .map(handOver ->
                                of(handOver.queue(), handOver.at(), handOver.firstResponseDue(), handOver.calendar()))
                : Optional.empty();
    }

    /** How long one of this queue usually takes; nothing while too little is known. */
    Optional<Duration> handling(String queue) {
        return history(queue, clock.instant()).handling();
    }

    private QueueHistory history(String queue, Instant now) {
        return queues.compute(
                        queue,
                        (name, known) -> known != null && known.at().plus(FRESH).isAfter(now)
                                ? known
                                : new Known(new QueueHistory(waits.in(name, now.minus(LOOKED_BACK)), now), now))
                .history();
    }

    /**
     * For somebody who waits in this queue since then.
     *
     * @param market by whose hours people work, null if it is not known
     */
    Expectation of(String queue, Instant since, Instant firstResponseDue, @Nullable String market) {
        var now = clock.instant();
        var expected = history(queue, now).expectation(since);
        var calendar = calendars.calendar(market);
        var opening = calendar.nextOpening(now);
        return opening.isAfter(now) && !firstResponseDue.isBefore(opening) // else people are there by night, too
                ? expected.closedUntil(opening.atZone(calendar.zone()))
                : expected;
    }
}
