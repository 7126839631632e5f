package org.tandem.assistant;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tandem.assistant.ModelsInUse.InUse;
import org.tandem.assistant.knowledge.Knowledge;
import org.tandem.assistant.knowledge.KnowledgeMistake;

/**
 * Gets the assistant ready in the background after the start, and again on every new day, when topics begin and end to be valid.
 * A stored model answers at once; if the knowledge has changed since it was trained, a new one is learned meanwhile.
 */
@Component
class AssistantTraining implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(AssistantTraining.class);

    private final Assistant assistant;
    private final Settings settings;
    private final Workshop workshop;
    private final ModelsInUse inUse;
    private final ReentrantLock changing = new ReentrantLock();
    private String knowledgeInUse = "";

    @Autowired
    AssistantTraining(Assistant assistant, Settings settings, Workshop workshop, ObjectProvider<ModelsInUse> inUse) {
        this(assistant, settings, workshop, inUse.getIfAvailable(() -> ModelsInUse.FORGETFUL));
    }

    AssistantTraining(Assistant assistant, Settings settings, Workshop workshop, ModelsInUse inUse) {
        this.assistant = assistant;
        this.settings = settings;
        this.workshop = workshop;
        this.inUse = inUse;
    }

    /** One that knows nothing but the knowledge, and forgets which model was used. */
    AssistantTraining(Assistant assistant, Settings settings, Clock clock) {
        this(assistant, settings, new Workshop(settings, clock, Examples.NONE, Traffic.UNSEEN), ModelsInUse.FORGETFUL);
    }

    /**
     * @param enabled whether the AI answers at all; without it every inquiry goes to a person
     * @param knowledge folder or class path location of the knowledge
     * @param models folder where trained models are kept
     * @param modelVersion the model to use instead of the newest, to roll back
     * @param confidence with which a guaranteed risk holds, in (0, 1)
     * @param outsideShare which share of all inquiries is assumed to be about none of the topics while {@link Traffic} does not say it,
     *     in [0, 1)
     */
    @ConfigurationProperties("tandem.assistant")
    record Settings(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("classpath:/knowledge/") String knowledge,
            @DefaultValue(".tandem/models") Path models,
            @Nullable String modelVersion,
            @DefaultValue("0.95") double confidence,
            @DefaultValue("0.15") double outsideShare) {

        Settings {
            if (!(confidence > 0 && confidence < 1)) {
                throw new IllegalArgumentException(
                        "tandem.assistant.confidence is %s, but it has to be between 0 and 1, such as 0.95"
                                .formatted(confidence));
            }
            if (!(outsideShare >= 0 && outsideShare < 1)) {
                throw new IllegalArgumentException(
                        "tandem.assistant.outside-share is %s, but it has to be at least 0 and less than 1, such as 0.15"
                                .formatted(outsideShare));
            }
        }
    }

    /** While the rest of Tandem starts, so that inquiries that wait since before a restart wait as short as possible. */
    @Override
    public void afterSingletonsInstantiated() {
        start();
    }

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

    /** Models that other instances were told to use are used here too. */
    @Scheduled(fixedDelayString = "${tandem.assistant.follow-interval:PT1M}", initialDelayString = "PT1M")
    void follow() {
        var now = assistant.modelVersion();
        if (now.isPresent() && pinnedVersion().isEmpty()) {
            inUse.last()
                    .map(InUse::version)
                    .filter(version -> !version.equals(now.get()))
                    .filter(workshop.versions()::contains)
                    .ifPresent(this::use);
        }
    }

    /** Whatever happens, operators are told and every inquiry is placed: by the model that is in use, or with a person. */
    void prepare() {
        changing.lock();
        try {
            var knowledge = workshop.knowledge();
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
        } finally {
            changing.unlock();
        }
    }

    private void prepare(Knowledge knowledge) {
        assistant.prepare("loading the embedding model");
        workshop.embedder();
        var last = inUse.last();
        var pinned = pinned();
        var stored = pinned.or(() -> last.map(InUse::version).flatMap(workshop::find))
                .or(workshop::newest);
        stored.ifPresent(models -> use(models, knowledge));
        if (pinned.isPresent()) {
            return;
        }
        var good = stored.filter(models -> fits(models, knowledge)
                || last.filter(inUse(models, knowledge)::equals).isPresent());
        if (good.isPresent()) {
            remember(good.get(), knowledge, last, "it is the newest");
        } else {
            var learned = workshop.learn(workshop.toLearn(knowledge), inUse.lately(), assistant::prepare);
            use(learned, knowledge);
            var why = stored.isPresent() ? "the knowledge or a setting has changed" : "there was no model";
            remember(learned, knowledge, last, why);
        }
    }

    private void remember(TrainedModels models, Knowledge knowledge, Optional<InUse> last, String why) {
        var now = inUse(models, knowledge);
        if (last.filter(now::equals).isEmpty()) {
            inUse.began(now, why);
        }
    }

    private InUse inUse(TrainedModels models, Knowledge knowledge) {
        return new InUse(
                models.about().version(),
                "%s/%s/%s".formatted(knowledge.fingerprint(), settings.confidence(), settings.outsideShare()));
    }

    /** See {@link Models#use}. */
    InUse use(String version) {
        pinnedVersion().filter(pinned -> !pinned.equals(version)).ifPresent(pinned -> {
            throw new ModelRefused("The setting tandem.assistant.model-version insists on the model " + pinned);
        });
        if (!changing.tryLock()) {
            throw new ModelRefused("A model is being prepared. Try again when it is ready");
        }
        try {
            var knowledge = workshop.knowledge();
            var models = workshop.get(version);
            use(models, knowledge);
            return inUse(models, knowledge);
        } finally {
            changing.unlock();
        }
    }

    Optional<String> pinnedVersion() {
        return Optional.ofNullable(settings.modelVersion()).filter(version -> !version.isBlank());
    }

    /** The model that the configuration asks for. Without it the one that was used last is better than none. */
    private Optional<TrainedModels> pinned() {
        var version = pinnedVersion();
        var found = version.flatMap(workshop::find);
        if (version.isPresent() && found.isEmpty()) {
            log.error(
                    "The model {} (tandem.assistant.model-version) cannot be had or was learned by another version of"
                            + " Tandem, another is used. In {} there are {}",
                    version.get(),
                    settings.models(),
                    workshop.versions());
        }
        return found;
    }

    private boolean fits(TrainedModels models, Knowledge knowledge) {
        var basis = models.about().basis();
        return models.about().knowledge().equals(knowledge.fingerprint())
                && basis.confidence() == settings.confidence()
                && (basis.casesOfShare() > 0 || basis.outsideShare() == settings.outsideShare());
    }

    private void use(TrainedModels models, Knowledge knowledge) {
        var version = models.about().version();
        assistant.use(workshop.mind(models, knowledge), models.about());
        log.info(
                "The assistant answers with model {} of {} topics, right in {} of unseen examples{}",
                version,
                models.topics().labels().size(),
                String.format(
                        Locale.ROOT,
                        "%.1f %%",
                        100 * models.about().metrics().getOrDefault(TrainedModels.About.ACCURACY, 0.0)),
                fits(models, knowledge)
                        ? ""
                        : "; the knowledge, the confidence or the outside share has changed since it was trained");
        log.info("{}. {}", models.about().promise(), models.about().basis().missingInWords());
    }
}
