package org.tandem.desk.board;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.ProductFeedback;
import org.tandem.privacy.PersonalData;

/**
 * Puts what agents said into the theme of those who said much the same about the same area lately, or into a new one. Each is one
 * transaction, so that it can be interrupted and repeated. What people have moved stays where they put it.
 */
@Component
class Grouping {

    private static final Logger log = LoggerFactory.getLogger(Grouping.class);

    private static final int AT_ONCE = 200;
    private static final int LONGEST_NAME = 80;
    private static final int COMPARED = 2_000;
    private static final Duration LATELY = Duration.ofDays(180);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final int LONGEST_PAUSE_IN_FIRST = 720;

    private final Entries entries;
    private final Themes themes;
    private final Likeness likeness;
    private final News news;
    private final Inquiries inquiries;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Background grouping = new Background("feedback-grouping", this::group);

    Grouping(
            Entries entries,
            Themes themes,
            Likeness likeness,
            News news,
            Inquiries inquiries,
            PlatformTransactionManager manager,
            Clock clock) {
        this.entries = entries;
        this.themes = themes;
        this.likeness = likeness;
        this.news = news;
        this.inquiries = inquiries;
        this.transaction = new TransactionTemplate(manager);
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${tandem.desk.board.interval:PT5S}")
    void start() {
        grouping.start();
    }

    void group() {
        entries.due(clock.instant(), AT_ONCE).forEach(this::group);
    }

    private void group(String key) {
        try {
            transaction.executeWithoutResult(status ->
                    entries.lock(key).filter(said -> said.theme() == null).ifPresent(this::group));
        } catch (RuntimeException e) {
            log.error("The product feedback of {} could not be grouped, which is tried again", key, e);
            transaction.executeWithoutResult(status -> entries.lock(key).ifPresent(this::putOff));
        }
    }

    private void group(Said said) {
        var text = inquiries
                .productFeedback(said.inquiry(), said.key())
                .map(ProductFeedback::text)
                .map(PersonalData::mask)
                .map(String::strip)
                .orElse("");
        if (text.isEmpty()) {
            entries.dismiss(said.key());
            return;
        }
        entries.read(said.key(), inquiries.get(said.inquiry()).number(), shortened(text, 4_000));
        var others = entries.grouped(said.area(), clock.instant().minus(LATELY), COMPARED);
        var theme = likeness.themeOf(text, others).orElseGet(() -> themes.add(said.area(), name(text)));
        entries.belongsTo(said.key(), theme);
        themes.lock(theme).ifPresent(news::tell);
    }

    private void putOff(Said said) {
        var pause = FIRST_PAUSE.multipliedBy(Math.min(LONGEST_PAUSE_IN_FIRST, 1L << Math.min(20, said.tries())));
        entries.putOff(said.key(), clock.instant().plus(pause));
    }

    /** What a theme is called until somebody gives it a name: what the first of them wrote. */
    static String name(String text) {
        return shortened(text.lines().findFirst().orElse(text), LONGEST_NAME);
    }

    private static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
