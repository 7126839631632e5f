package org.tandem.assistant;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tandem.assistant.knowledge.Knowledge;
import org.tandem.assistant.knowledge.KnowledgeMistake;
import org.tandem.assistant.learning.BgeEmbedder;
import org.tandem.assistant.learning.Embedder;

/**
 * Gets the assistant ready in the background after the start. A stored model answers at once; if the knowledge has changed
 * since it was trained, a new one is learned meanwhile.
 */
@Component
class AssistantTraining {

    private static final Logger log = LoggerFactory.getLogger(AssistantTraining.class);

    private final Assistant assistant;
    private final Settings settings;
    private final Clock clock;
    private final ModelStore store;

    AssistantTraining(Assistant assistant, Settings settings, Clock clock) {
        this.assistant = assistant;
        this.settings = settings;
        this.clock = clock;
        this.store = new ModelStore(settings.models());
    }

    /**
     * @param enabled whether the AI answers at all; without it every inquiry goes to a person
     * @param knowledge folder or class path location of the knowledge
     * @param models folder where trained models are kept
     * @param modelVersion the model to use instead of the newest, to roll back
     * @param confidence with which a guaranteed risk holds, in (0, 1)
     */
    @ConfigurationProperties("tandem.assistant")
    record Settings(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("classpath:/knowledge/") String knowledge,
            @DefaultValue(".tandem/models") Path models,
            @Nullable String modelVersion,
            @DefaultValue("0.95") double confidence) {}

    @EventListener(ApplicationStartedEvent.class)
    void start() {
        if (!settings.enabled()) {
            assistant.fail("It is switched off (tandem.assistant.enabled)");
            log.warn("The assistant is switched off, every inquiry goes to a person");
            return;
        }
        var thread = Thread.ofPlatform().name("assistant-training").daemon().priority(Thread.MIN_PRIORITY);
        thread.start(this::prepare);
    }

    void prepare() {
        try {
            var knowledge = Knowledge.read(settings.knowledge(), LocalDate.now(clock));
            assistant.prepare("loading the language model");
            var embedder = new BgeEmbedder();
            var pinned = pinned();
            var stored = pinned.or(() -> store.newest(about -> about.code().equals(Learning.CODE)));
            stored.ifPresent(models -> use(models, knowledge, embedder));
            if (pinned.isEmpty()
                    && stored.filter(models -> fits(models, knowledge)).isEmpty()) {
                use(learn(knowledge, embedder), knowledge, embedder);
            }
        } catch (RuntimeException e) {
            assistant.fail(String.valueOf(e.getMessage()));
            log.error(
                    "The assistant cannot answer, every inquiry goes to a person: {}",
                    e.getMessage(),
                    e instanceof KnowledgeMistake ? null : e);
        }
    }

    /** The model that the configuration asks for. Without it the newest is better than none. */
    private Optional<Models> pinned() {
        var version = settings.modelVersion();
        if (version == null || version.isBlank()) {
            return Optional.empty();
        }
        var found = store.newest(about -> about.version().equals(version));
        if (found.isEmpty()) {
            log.error(
                    "The model {} (tandem.assistant.model-version) cannot be had, the newest is used. In {} there are {}",
                    version,
                    settings.models(),
                    store.versions());
        }
        return found;
    }

    private static boolean fits(Models models, Knowledge knowledge) {
        return models.about().fingerprint().equals(knowledge.fingerprint());
    }

    private void use(Models models, Knowledge knowledge, Embedder embedder) {
        var version = models.about().version();
        assistant.use(new TrainedMind(knowledge, models, embedder, new Languages()), version);
        log.info(
                "The assistant answers with model {} of {} topics, right in {} of unseen examples{}",
                version,
                models.topics().labels().size(),
                "%.1f %%".formatted(100 * models.about().metrics().getOrDefault("accuracy", 0.0)),
                fits(models, knowledge) ? "" : "; the knowledge has changed since it was trained");
    }

    private Models learn(Knowledge knowledge, Embedder embedder) {
        var begun = System.nanoTime();
        var learning = "learning %d topics".formatted(knowledge.topics().size());
        assistant.prepare(learning);
        log.info("The assistant is {}", learning);
        var models = new Learning(
                        knowledge,
                        embedder,
                        (step, done, total) -> assistant.prepare(
                                "%s: %s, %d %%".formatted(learning, step, 100L * done / Math.max(1, total))),
                        settings.confidence())
                .learn(clock.instant().truncatedTo(ChronoUnit.SECONDS));
        log.info("Learned in {} s", Duration.ofNanos(System.nanoTime() - begun).toSeconds());
        try {
            store.keep(models);
        } catch (IOException e) {
            log.error(
                    "The model cannot be kept in {}, it is trained again at the next start: {}",
                    settings.models(),
                    e.toString());
        }
        return models;
    }
}
