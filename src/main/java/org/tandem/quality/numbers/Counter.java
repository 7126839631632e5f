package org.tandem.quality.numbers;

import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tandem.inquiry.InquiryId;

/** Counts what is not counted yet: first the inquiries, some in a transaction, then the days on which they came in. */
@Component
class Counter {

    private static final Logger log = LoggerFactory.getLogger(Counter.class);
    private static final int BATCH = 200;

    private final Ledger ledger;
    private final CaseTable cases;
    private final Days days;
    private final OlderCases older;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Counter(
            Ledger ledger,
            CaseTable cases,
            Days days,
            OlderCases older,
            JdbcClient database,
            PlatformTransactionManager manager,
            Clock clock) {
        this.ledger = ledger;
        this.cases = cases;
        this.days = days;
        this.older = older;
        this.database = database;
        this.transaction = new TransactionTemplate(manager);
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${tandem.quality.numbers.interval:PT2S}")
    void count() {
        try {
            alone(older::noteSome);
            while (alone(this::countSome) == BATCH) {
                log.debug("Counted {} inquiries, and there are more", BATCH);
            }
            alone(this::settle);
            for (var day : days.stale()) {
                alone(() -> days.sum(day));
            }
        } catch (RuntimeException e) {
            log.error("The numbers of quality could not be brought up to date; that is tried again", e);
        }
    }

    private int countSome() {
        var inquiries = ledger.uncounted(BATCH);
        inquiries.forEach(inquiry -> count(inquiry, clock.instant()));
        return inquiries.size();
    }

    private int settle() {
        var settled = cases.settle(clock.instant());
        settled.forEach(days::makeStale);
        return settled.size();
    }

    private void count(InquiryId inquiry, Instant now) {
        var happenings = ledger.of(inquiry);
        var figures = CaseFigures.of(happenings);
        if (figures.received != null) {
            cases.write(figures, figures.received, now);
            days.makeStale(CaseTable.day(figures.received.at()));
        }
        ledger.counted(inquiry, happenings);
    }

    private interface Work {
        int some();
    }

    /** One instance at a time counts. The lock ends with the transaction. */
    private int alone(Work work) {
        var done = transaction.execute(status -> {
            database.sql("select id from case_counter where id = 1 for update")
                    .query(Integer.class)
                    .single();
            int some = work.some();
            if (some > 0) {
                database.sql("update case_counter set counts = counts + 1 where id = 1")
                        .update();
            }
            return some;
        });
        return done == null ? 0 : done;
    }
}
