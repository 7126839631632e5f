package org.tandem.assistant;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tandem.assistant.classifier.BgeEmbedder;
import org.tandem.assistant.classifier.Embedder;
import org.tandem.assistant.knowledge.Knowledge;
import org.tandem.assistant.knowledge.KnowledgeMistake;

/**
 * Gets the assistant ready in the background after the start, and again on every new day, when topics begin and end to be valid.
 * A stored model answers at once; if the knowledge has changed since it was trained, a new one is learned meanwhile.
 */
@Component
class AssistantTraining {

    private static final Logger log = LoggerFactory.getLogger(AssistantTraining.class);
    private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(10);

    private final Assistant assistant;
    private final Settings settings;
    private final Clock clock;
    private final ModelStore store;
    private @Nullable Embedder embedder;
    private String knowledgeInUse = "";
    private long reported;

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
            @DefaultValue("0.95") double confidence) {

        Settings {
            if (!(confidence > 0 && confidence < 1)) {
                throw new IllegalArgumentException(
                        "tandem.assistant.confidence is %s, but it has to be between 0 and 1, such as 0.95"
                                .formatted(confidence));
            }
        }
    }

    @EventListener(ApplicationStartedEvent.class)
    void start() {
        if (!settings.enabled()) {
            assistant.switchOff();
            log.info("The assistant is switched off (tandem.assistant.enabled), every inquiry goes to a person");
            return;
        }
        inBackground(this::prepare);
    }

    @Scheduled(cron = "0 1 0 * * *", zone = "UTC")
    void newDay() {
        if (settings.enabled()) {
            inBackground(this::prepare);
        }
    }

    private static void inBackground(Runnable work) {
        Thread.ofPlatform()
                .name("assistant-training")
                .daemon()
                .priority(Thread.MIN_PRIORITY)
                .start(work);
    }

    /** Whatever happens, operators are told and every inquiry is placed: by the model that is in use, or with a person. */
    synchronized void prepare() {
        try {
            var knowledge = Knowledge.read(settings.knowledge(), LocalDate.now(clock));
            if (!knowledge.fingerprint().equals(knowledgeInUse)) {
                prepare(knowledge);
                knowledgeInUse = knowledge.fingerprint();
            }
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            knowledgeInUse = "";
            assistant.fail(String.valueOf(e.getMessage()));
            log.error(
                    "The assistant cannot learn. Without a model in use every inquiry goes to a person: {}",
                    e.getMessage(),
                    e instanceof KnowledgeMistake ? null : e);
        }
    }

    private void prepare(Knowledge knowledge) {
        if (embedder == null) {
            assistant.prepare("loading the embedding model");
            embedder = new BgeEmbedder();
        }
        var pinned = pinned();
        var stored = pinned.or(() -> store.newest(AssistantTraining::isOfThisCode));
        if (stored.isPresent()) {
            use(stored.get(), knowledge, embedder);
        }
        if (pinned.isEmpty() && stored.filter(models -> fits(models, knowledge)).isEmpty()) {
            use(learn(knowledge, embedder), knowledge, embedder);
        }
    }

    /** The model that the configuration asks for. Without it the newest is better than none. */
    private Optional<TrainedModels> pinned() {
        var version = settings.modelVersion();
        if (version == null || version.isBlank()) {
            return Optional.empty();
        }
        var found = store.newest(about -> about.version().equals(version) && isOfThisCode(about));
        if (found.isEmpty()) {
            log.error(
                    "The model {} (tandem.assistant.model-version) cannot be had or was learned by another version of"
                            + " Tandem, the newest is used. In {} there are {}",
                    version,
                    settings.models(),
                    store.versions());
        }
        return found;
    }

    private static boolean isOfThisCode(TrainedModels.About about) {
        return about.code().equals(Learning.CODE);
    }

    private boolean fits(TrainedModels models, Knowledge knowledge) {
        return models.about().fingerprint().equals(knowledge.fingerprint())
                && Objects.equals(models.about().metrics().get(Learning.CONFIDENCE), settings.confidence());
    }

    private void use(TrainedModels models, Knowledge knowledge, Embedder embedder) {
        var version = models.about().version();
        assistant.use(new TrainedMind(knowledge, models, embedder, new Languages()), version);
        log.info(
                "The assistant answers with model {} of {} topics, right in {} of unseen examples{}",
                version,
                models.topics().labels().size(),
                String.format(
                        Locale.ROOT, "%.1f %%", 100 * models.about().metrics().getOrDefault(Learning.ACCURACY, 0.0)),
                fits(models, knowledge) ? "" : "; the knowledge or the confidence has changed since it was trained");
    }

    private void report(String step) {
        assistant.prepare(step);
        var now = System.nanoTime();
        if (now - reported >= BETWEEN_REPORTS.toNanos()) {
            reported = now;
            log.info("The assistant is {}", step);
        }
    }

    private TrainedModels learn(Knowledge knowledge, Embedder embedder) {
        var begun = System.nanoTime();
        assistant.prepare("learning");
        log.info(
                "The assistant is learning {} topics and {} signals",
                knowledge.topics().size(),
                knowledge.signals().size());
        reported = begun;
        var models = new Learning(
                        knowledge,
                        embedder,
                        (step, done, total) ->
                                report("learning %s, %d %%".formatted(step, 100L * done / Math.max(1, total))),
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
