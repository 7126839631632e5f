package org.tandem.quality.learning;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.tandem.assistant.Models;

/** Learns a challenger in the background, when somebody wants it or at the set time, one at a time, and lets it be judged. */
@Service
class Retraining {

    private static final Logger log = LoggerFactory.getLogger(Retraining.class);

    private final Models models;
    private final Championship championship;
    private final LearningSettings settings;
    private final Clock clock;
    private volatile State state = new State.Never();

    Retraining(Models models, Championship championship, LearningSettings settings, Clock clock) {
        this.models = models;
        this.championship = championship;
        this.settings = settings;
        this.clock = clock;
    }

    /** How far it is, since this instance was started. */
    sealed interface State {

        record Never() implements State {}

        record Running(String step, Instant since) implements State {}

        record Done(String what, Instant at) implements State {}

        record Failed(String why, Instant at) implements State {}
    }

    State state() {
        return state;
    }

    /** The cron expression {@code -} means never. */
    @Scheduled(cron = "${tandem.quality.learning.retrain:" + LearningSettings.NEVER + "}", zone = "UTC")
    void onSchedule() {
        if (models.inUse().isPresent() && begins()) {
            inBackground(this::learn);
        }
    }

    /** Live cases come in after a challenger was tried. */
    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void promoteIfProven() {
        championship.promoteIfProven();
    }

    /** Learns a model from what there is now and tries it. */
    void start() {
        demandOne();
        inBackground(this::learn);
    }

    /** Tries the challenger that there is again, on the cases that there are now. */
    void judgeAgain() {
        demandOne();
        inBackground(this::judge);
    }

    private void demandOne() {
        if (models.inUse().isEmpty()) {
            throw new LearningRefused("There is no model in use yet, so nothing can be tried beside it");
        }
        if (!begins()) {
            throw new LearningRefused("A model is being learned or tried already");
        }
    }

    private synchronized boolean begins() {
        if (state instanceof State.Running) {
            return false;
        }
        state = new State.Running("starting", clock.instant());
        return true;
    }

    private static void inBackground(Runnable work) {
        Thread.ofPlatform()
                .name("retraining")
                .daemon()
                .priority(Thread.MIN_PRIORITY)
                .start(work);
    }

    void learn() {
        finish(() -> models.learn(this::step)
                .map(model -> "Learned %s. %s".formatted(model.version(), judged()))
                .orElseGet(() -> "There is nothing new to learn. " + judged()));
    }

    private void judge() {
        finish(this::judged);
    }

    private String judged() {
        step("trying it on labelled cases");
        return championship
                .judge()
                .map(contest -> contest.inWords(settings.confidence()))
                .orElse("There is no challenger.");
    }

    private void finish(Supplier<String> work) {
        try {
            state = new State.Done(work.get(), clock.instant());
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            log.error("No challenger could be learned and tried; the model in use stays", e);
            state = new State.Failed(String.valueOf(e.getMessage()), clock.instant());
        }
    }

    private void step(String step) {
        state = new State.Running(step, state instanceof State.Running run ? run.since() : clock.instant());
    }
}
