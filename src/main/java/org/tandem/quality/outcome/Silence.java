package org.tandem.quality.outcome;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tandem.quality.QualityEvent.Truth;

/** Notes of each answer when the days are over in which its customer could come back. Repeating it changes nothing. */
@Component
class Silence {

    private static final int BATCH = 500;

    private final Outcomes outcomes;
    private final OutcomeTables tables;
    private final OutcomeSettings weight;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Silence(
            Outcomes outcomes,
            OutcomeTables tables,
            OutcomeSettings weight,
            PlatformTransactionManager manager,
            Clock clock) {
        this.outcomes = outcomes;
        this.tables = tables;
        this.weight = weight;
        this.transaction = new TransactionTemplate(manager);
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${tandem.quality.outcome.sweep-interval:PT10M}")
    void sweep() {
        int swept = BATCH;
        while (swept == BATCH) {
            var some = transaction.execute(status -> sweepSome());
            swept = some == null ? 0 : some;
        }
    }

    private int sweepSome() {
        var over = tables.unsettled(clock.instant().minus(Outcomes.WINDOW), BATCH);
        over.forEach(answer -> {
            outcomes.record(new Evidence(
                    UUID.nameUUIDFromBytes(("silence:" + answer.conversationKey()).getBytes(StandardCharsets.UTF_8)),
                    answer.inquiryId(),
                    answer.conversationKey(),
                    Source.SILENCE,
                    "",
                    Truth.RIGHT,
                    weight.silence(),
                    answer.at().plus(Outcomes.WINDOW)));
            tables.settle(answer.conversationKey());
        });
        return over.size();
    }
}
