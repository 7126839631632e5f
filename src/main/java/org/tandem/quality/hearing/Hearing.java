package org.tandem.quality.hearing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells all {@link Ear ears} what is in the {@link Inbox}, many events in a transaction. If one cannot be heard it is put off, with what
 * comes later of its inquiry, and the others go on.
 */
@Component
class Hearing {

    private static final Logger log = LoggerFactory.getLogger(Hearing.class);

    private static final int BATCH = 500;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final int LONGEST_PAUSE_IN_FIRST = 360;

    private final Inbox inbox;
    private final ObjectProvider<Ear> ears;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Hearing(Inbox inbox, ObjectProvider<Ear> ears, PlatformTransactionManager manager, Clock clock) {
        this.inbox = inbox;
        this.ears = ears;
        this.transaction = new TransactionTemplate(manager);
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${tandem.quality.hearing-interval:PT0.5S}")
    void hear() {
        int heard = BATCH;
        while (heard == BATCH) {
            heard = hearSome(BATCH);
        }
    }

    private int hearSome(int most) {
        try {
            var heard = transaction.execute(status -> {
                var entries = open(most);
                entries.forEach(entry -> ears.orderedStream().forEach(ear -> ear.hear(entry.event())));
                inbox.heard(entries);
                return entries.size();
            });
            return heard == null ? 0 : heard;
        } catch (RuntimeException e) {
            return most == 1 ? putOff(e) : oneByOne();
        }
    }

    private int oneByOne() {
        int heard = 0;
        while (heard < BATCH && hearSome(1) == 1) {
            heard++;
        }
        return heard;
    }

    private List<Inbox.Entry> open(int most) {
        inbox.lock();
        return inbox.due(now(), most);
    }

    private int putOff(RuntimeException why) {
        var put = transaction.execute(status -> {
            var entries = open(1);
            entries.forEach(entry -> {
                var pause =
                        FIRST_PAUSE.multipliedBy(Math.min(LONGEST_PAUSE_IN_FIRST, 1L << Math.min(20, entry.tries())));
                log.error(
                        "Quality could not take in {}, and tries again in {}: its numbers lack it until then",
                        entry.event(),
                        pause,
                        why);
                inbox.putOff(entry, now().plus(pause));
            });
            return entries.size();
        });
        return put == null ? 0 : put;
    }

    private Instant now() {
        return clock.instant();
    }
}
