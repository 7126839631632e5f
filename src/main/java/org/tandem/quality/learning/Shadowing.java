package org.tandem.quality.learning;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tandem.assistant.Models;
import org.tandem.assistant.Question;
import org.tandem.assistant.StoredModel;
import org.tandem.assistant.StoredModels.Reader;
import org.tandem.inquiry.Author;
import org.tandem.inquiry.CaseFile;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.Message;
import org.tandem.quality.automation.Automation;
import org.tandem.quality.automation.ShadowDecisions;

/**
 * Lets the challenger decide silently what the champion has just decided, on what that one had read. It comes after the decision, on a
 * thread of its own and out of what is stored: whatever becomes of it, no customer waits for it.
 */
@Component
class Shadowing {

    private static final Logger log = LoggerFactory.getLogger(Shadowing.class);

    /** What was not decided by then is left out, so that neither what people said meanwhile nor what is hard decides what is in. */
    private static final Duration AT_LATEST = Duration.ofMinutes(10);

    private static final Duration LOOK_FOR_CHALLENGER = Duration.ofMinutes(1);
    private static final int BATCH = 50;

    private final Championship championship;
    private final Models models;
    private final Inquiries inquiries;
    private final Automation automation;
    private final ShadowDecisions decisions;
    private final ObjectProvider<Gate> gate;
    private final Clock clock;
    private final AtomicBoolean isAtIt = new AtomicBoolean();
    private @Nullable Challenger challenger;
    private Instant lookedAt = Instant.MIN;
    private volatile @Nullable String trouble;

    Shadowing(
            Championship championship,
            Models models,
            Inquiries inquiries,
            Automation automation,
            ShadowDecisions decisions,
            ObjectProvider<Gate> gate,
            Clock clock) {
        this.championship = championship;
        this.models = models;
        this.inquiries = inquiries;
        this.automation = automation;
        this.decisions = decisions;
        this.gate = gate;
        this.clock = clock;
    }

    private record Challenger(String champion, String version, Instant since, Reader reader) {

        boolean is(String inUse, String other) {
            return champion.equals(inUse) && version.equals(other);
        }
    }

    /** Why the challenger cannot decide, since the last try; null if it can. */
    @Nullable
    String trouble() {
        return trouble;
    }

    @Scheduled(fixedDelayString = "${tandem.quality.learning.shadow-interval:PT2S}")
    void onSchedule() {
        if (isAtIt.compareAndSet(false, true)) {
            Thread.ofPlatform()
                    .name("shadow")
                    .daemon()
                    .priority(Thread.MIN_PRIORITY)
                    .start(() -> {
                        try {
                            look();
                        } finally {
                            isAtIt.set(false);
                        }
                    });
        }
    }

    /** Decides what there is. A challenger that fails is left alone for a minute, and tried again. */
    void look() {
        try {
            challenger().ifPresent(this::decide);
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            if (trouble == null) {
                log.warn("The challenger cannot decide beside the champion, which answers as before", e);
            }
            trouble = String.valueOf(e.getMessage());
            challenger = null;
            lookedAt = clock.instant();
        }
    }

    private Optional<Challenger> challenger() {
        if (!clock.instant().isBefore(lookedAt.plus(LOOK_FOR_CHALLENGER))) {
            lookedAt = clock.instant();
            challenger = models.inUse()
                    .flatMap(champion -> championship.challenger().map(found -> beside(champion, found)))
                    .orElse(null);
        }
        return Optional.ofNullable(challenger);
    }

    private Challenger beside(String champion, StoredModel found) {
        return challenger != null && challenger.is(champion, found.version())
                ? challenger
                : new Challenger(champion, found.version(), found.createdAt(), models.silently(found.version()));
    }

    /** One that fails keeps back none of the others. */
    private void decide(Challenger silent) {
        var lately = clock.instant().minus(AT_LATEST);
        var open = decisions.open(
                silent.champion(), silent.version(), silent.since().isAfter(lately) ? silent.since() : lately, BATCH);
        if (open.isEmpty()) {
            return;
        }
        var deployed = gate.getObject().asDeployed();
        RuntimeException failure = null;
        for (var one : open) {
            try {
                decide(silent.reader(), deployed, one);
            } catch (RuntimeException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
        trouble = null;
    }

    private void decide(Reader reader, Gate.Deployed deployed, ShadowDecisions.Open one) {
        read(inquiries.get(one.inquiry()), one.conversationKey()).ifPresent(question -> {
            var attempt = reader.attempt(question);
            var silent = automation.silently(one, question.asked(), attempt);
            decisions.keep(silent, deployed.answers(attempt, one.repeatContacts(), silent.word()));
        });
    }

    /** What the champion had read: the customer may have written more since. */
    private static Optional<Question> read(CaseFile file, String conversationKey) {
        return file.attempts().stream()
                .filter(attempt -> attempt.conversationKey().equals(conversationKey))
                .findFirst()
                .map(attempt -> new Question(
                        file.messages().stream()
                                .filter(message -> message.author() == Author.CUSTOMER)
                                .limit(attempt.customerMessages())
                                .map(Message::text)
                                .toList(),
                        file.language(),
                        file.customer().contactKey()));
    }
}
