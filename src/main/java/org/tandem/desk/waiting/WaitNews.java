package org.tandem.desk.waiting;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.Waits;
import org.tandem.inquiry.Waits.Waiting;

/**
 * Tells customers in their conversation when it takes much longer than they were told, each time once, also if it is interrupted or several
 * do it at once: the case says each time only once, and nothing after an answer.
 */
@Component
class WaitNews {

    private static final Logger log = LoggerFactory.getLogger(WaitNews.class);

    private final Waits waits;
    private final Forecasts forecasts;
    private final ToldTable table;
    private final Inquiries inquiries;
    private final WaitNewsSettings settings;
    private final Clock clock;

    WaitNews(
            Waits waits,
            Forecasts forecasts,
            ToldTable table,
            Inquiries inquiries,
            WaitNewsSettings settings,
            Clock clock) {
        this.waits = waits;
        this.forecasts = forecasts;
        this.table = table;
        this.inquiries = inquiries;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(
            initialDelayString = "${tandem.desk.wait-news.interval:PT1M}",
            fixedDelayString = "${tandem.desk.wait-news.interval:PT1M}")
    void look() {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var before = table.all();
        for (var waiting : waits.now()) {
            try {
                look(waiting, before.remove(waiting.conversationKey()), now);
            } catch (RuntimeException e) {
                log.warn("Inquiry {} could not be told how long it takes: {}", waiting.inquiry(), e.toString());
            }
        }
        before.keySet().forEach(table::forget);
    }

    /** What the page shows first is what was told first. */
    private void look(Waiting waiting, @Nullable Told before, Instant now) {
        var expected = forecasts.of(waiting.queue(), waiting.since(), waiting.firstResponseDue(), waiting.calendar());
        var time = before == null ? 0 : before.times() + 1;
        var told = Told.of(waiting.conversationKey(), expected, now, time).orElse(null);
        if (told == null || time > settings.most()) {
            return;
        }
        if (before == null) {
            table.keep(told);
        } else if (before.isWrongBy(told, settings.leastThatMatters())) {
            inquiries.waitChanged(waiting.inquiry(), waiting.conversationKey(), time, expected);
            table.keep(told);
        }
    }
}
