package org.tandem.desk.pay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tandem.inquiry.CaseFile;
import org.tandem.inquiry.HandOver;
import org.tandem.inquiry.Inquiries;

/**
 * Pays work as soon as it is known who did it, what the offer promised or else by the rate card, and its bonus when it has stood for as
 * long as the rate card wants. Each step is one transaction and adds its entry once, so that it can be interrupted and repeated at any
 * time, also by several at once.
 */
@Component
class Payroll {

    private static final Logger log = LoggerFactory.getLogger(Payroll.class);

    private static final String NOBODY = ", nobody reached";
    private static final int AT_ONCE = 500;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final int LONGEST_PAUSE_IN_FIRST = 1_800;

    private final WorkTable works;
    private final SignTable signs;
    private final Ledger ledger;
    private final RateCards cards;
    private final Promises promises;
    private final Inquiries inquiries;
    private final Needs needs;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Payroll(
            WorkTable works,
            SignTable signs,
            Ledger ledger,
            RateCards cards,
            Promises promises,
            Inquiries inquiries,
            Needs needs,
            PlatformTransactionManager manager,
            Clock clock) {
        this.works = works;
        this.signs = signs;
        this.ledger = ledger;
        this.cards = cards;
        this.promises = promises;
        this.inquiries = inquiries;
        this.needs = needs;
        this.transaction = new TransactionTemplate(manager);
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${tandem.desk.pay.interval:PT2S}")
    void settle() {
        works.due(clock.instant(), AT_ONCE).forEach(this::settle);
    }

    private void settle(String key) {
        try {
            transaction.executeWithoutResult(
                    status -> works.take(key, clock.instant()).ifPresent(this::settle));
        } catch (RuntimeException e) {
            log.error("Work {} could not be paid, which is tried again", key, e);
            transaction.executeWithoutResult(
                    status -> works.take(key, clock.instant()).ifPresent(this::putOff));
        }
    }

    private void settle(Work work) {
        if (work.earned()) {
            judge(work);
            return;
        }
        var file = inquiries.get(work.inquiry());
        if (work.isAnswer() || work.isTry()) {
            payOffered(work, file);
        } else if (work.agent() != null) {
            pay(work, work.agent(), file, price(work, work.kind(), Set.of(), file.language()));
        }
    }

    /** What can be offered is paid as it was, or would have been. */
    private void payOffered(Work work, CaseFile file) {
        var handOver = file.handOvers().stream()
                .filter(one -> one.conversationKey().equals(work.conversationKey()))
                .findFirst()
                .orElse(null);
        var agent = work.agent() != null || handOver == null ? work.agent() : handOver.agent();
        if (agent == null) {
            putOff(work);
            return;
        }
        var begin = handOver == null ? work.doneAt() : handOver.at();
        var since = works.lastTryBefore(work).orElse(begin);
        var price = promises.promised(file.number(), agent, since, work.doneAt())
                .orElseGet(() -> asRouted(work, handOver, file));
        pay(work, agent, file, work.isTry() ? new Price(price.amount(), price.card(), price.row() + NOBODY) : price);
    }

    /** Where it was not noted what was needed, which is so for cases from before it was, the queue says it. */
    private Price asRouted(Work work, @Nullable HandOver handOver, CaseFile file) {
        var need = needs.of(work.conversationKey());
        var kind = work.isTry() || need.byPhone() ? PaidWork.Kind.CALL_BACK : work.kind();
        Set<String> queue = handOver == null ? Set.of() : Set.of(handOver.queue());
        return price(
                work, kind, need.skills().orElse(queue), need.skills().isPresent() ? need.language() : file.language());
    }

    private Price price(Work work, PaidWork.Kind kind, Set<String> skills, @Nullable String language) {
        return cards.price(new PaidWork(kind, skills, language, work.doneAt()));
    }

    private void pay(Work work, String agent, CaseFile file, Price price) {
        ledger.add(Entry.of(Entry.Type.EARNED, work, agent, file.number(), price, clock.instant()));
        works.earned(work.key(), agent, work.isAnswer() ? bonusDue(work) : null);
    }

    private void judge(Work work) {
        var card = cards.at(work.doneAt());
        var standing = Standing.of(work, signs.about(work), card.bonus());
        if (standing == Standing.STANDS && work.agent() != null) {
            var price = new Price(
                    card.bonus().amount(), card.id(), "bonus: " + work.kind().inWords() + " that stands");
            var number = inquiries.get(work.inquiry()).number();
            ledger.add(Entry.of(Entry.Type.BONUS, work, work.agent(), number, price, clock.instant()));
        }
        works.judged(work.key(), standing);
    }

    private Instant bonusDue(Work work) {
        return work.doneAt().plus(cards.at(work.doneAt()).bonus().window());
    }

    private void putOff(Work work) {
        var pause = FIRST_PAUSE.multipliedBy(Math.min(LONGEST_PAUSE_IN_FIRST, 1L << Math.min(20, work.tries())));
        works.putOff(work.key(), clock.instant().plus(pause));
    }
}
