package org.tandem.assistant;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.tandem.assistant.classifier.BgeEmbedder;
import org.tandem.assistant.classifier.Embedder;
import org.tandem.assistant.knowledge.Knowledge;

/** Where models are learned, kept, and made ready for work. Which one is used is none of its business. */
@Component
class Workshop {

    private final AssistantTraining.Settings settings;
    private final Clock clock;
    private final Examples examples;
    private final Traffic traffic;
    private final ModelStore store;
    private final Trainer trainer;
    private @Nullable Embedder embedder;

    @Autowired
    Workshop(
            AssistantTraining.Settings settings,
            Clock clock,
            ObjectProvider<Examples> examples,
            ObjectProvider<Traffic> traffic) {
        this(
                settings,
                clock,
                examples.getIfAvailable(() -> Examples.NONE),
                traffic.getIfAvailable(() -> Traffic.UNSEEN));
    }

    Workshop(AssistantTraining.Settings settings, Clock clock, Examples examples, Traffic traffic) {
        this.settings = settings;
        this.clock = clock;
        this.examples = examples;
        this.traffic = traffic;
        this.store = new ModelStore(settings.models());
        this.trainer = new Trainer(settings, store, clock);
    }

    Knowledge knowledge() {
        return Knowledge.read(settings.knowledge(), LocalDate.now(clock));
    }

    Taught toLearn(Knowledge knowledge) {
        return Taught.of(
                knowledge,
                examples.all(),
                traffic.outside().orElseGet(() -> new Traffic.Outside(settings.outsideShare(), 0)));
    }

    TrainedModels learn(Taught taught, List<String> needed, Consumer<String> step) {
        return trainer.learn(taught, embedder(), needed, step);
    }

    /** Models of this code, the newest first. */
    List<TrainedModels.About> stored() {
        return store.all().stream().filter(Workshop::isOfThisCode).toList();
    }

    Optional<TrainedModels> newest() {
        return store.newest(Workshop::isOfThisCode);
    }

    Optional<TrainedModels> find(String version) {
        return store.get(version, Workshop::isOfThisCode);
    }

    /** @throws ModelRefused if it is not there */
    TrainedModels get(String version) {
        return find(version)
                .orElseThrow(() -> new ModelRefused("There is no undamaged model %s in %s. There are: %s"
                        .formatted(version, settings.models(), String.join(", ", versions()))));
    }

    List<String> versions() {
        return store.versions();
    }

    TrainedMind mind(TrainedModels models, Knowledge knowledge) {
        return new TrainedMind(knowledge, models, embedder(), new Languages(knowledge));
    }

    /** Loaded once; it takes memory and a second. */
    synchronized Embedder embedder() {
        var loaded = embedder;
        if (loaded == null) {
            loaded = new RememberingEmbedder(new BgeEmbedder());
            embedder = loaded;
        }
        return loaded;
    }

    private static boolean isOfThisCode(TrainedModels.About about) {
        return about.code().equals(Learning.CODE);
    }
}
