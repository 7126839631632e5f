package org.tandem.assistant;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandem.assistant.classifier.Embedder;

/** Learns a model, tells how far it is, and keeps it. */
final class Trainer {

    private static final Logger log = LoggerFactory.getLogger(Trainer.class);
    private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(10);

    private final AssistantTraining.Settings settings;
    private final ModelStore store;
    private final Clock clock;

    Trainer(AssistantTraining.Settings settings, ModelStore store, Clock clock) {
        this.settings = settings;
        this.store = store;
        this.clock = clock;
    }

    /**
     * @param needed versions of models that must not make room for it
     * @param step is told what is being done, as in "learning the topics, 40 %"
     */
    synchronized TrainedModels learn(Taught taught, Embedder embedder, List<String> needed, Consumer<String> step) {
        var begun = System.nanoTime();
        log.info(
                "The assistant is learning {} topics and {} signals, with {} examples beside those of the knowledge",
                taught.knowledge().topics().size(),
                taught.knowledge().signals().size(),
                taught.more().size());
        step.accept("learning");
        var reports = new Reports(step, begun);
        var models = new Learning(taught, embedder, reports::report, settings.confidence())
                .learn(clock.instant().truncatedTo(ChronoUnit.SECONDS));
        log.info("Learned in {} s", Duration.ofNanos(System.nanoTime() - begun).toSeconds());
        try {
            store.keep(models, needed);
        } catch (IOException e) {
            log.error(
                    "The model cannot be kept in {}, it is trained again at the next start: {}",
                    settings.models(),
                    e.toString());
        }
        return models;
    }

    private static final class Reports {

        private final Consumer<String> step;
        private long logged;

        Reports(Consumer<String> step, long begun) {
            this.step = step;
            this.logged = begun;
        }

        void report(String what, int done, int total) {
            var words = "learning %s, %d %%".formatted(what, 100L * done / Math.max(1, total));
            step.accept(words);
            var now = System.nanoTime();
            if (now - logged >= BETWEEN_REPORTS.toNanos()) {
                logged = now;
                log.info("The assistant is {}", words);
            }
        }
    }
}
