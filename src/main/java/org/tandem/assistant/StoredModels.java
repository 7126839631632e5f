package org.tandem.assistant;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.tandem.assistant.classifier.BgeEmbedder;
import org.tandem.assistant.knowledge.Knowledge;

/** Models that were kept, to see what one of them makes of what customers wrote. None of it changes the model in use. */
@Component
@EnableConfigurationProperties(AssistantTraining.Settings.class)
public class StoredModels {

    private final AssistantTraining.Settings settings;
    private final Clock clock;
    private final ModelStore store;

    StoredModels(AssistantTraining.Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.store = new ModelStore(settings.models());
    }

    /** The newest first. */
    public List<String> versions() {
        return store.versions();
    }

    /**
     * A model beside the topics of today's knowledge. It takes as much memory as the one in use until it is closed.
     *
     * @throws IllegalArgumentException if it cannot be had, with those that can
     */
    public Reader open(String version) {
        var models = store.newest(
                        about -> about.version().equals(version) && about.code().equals(Learning.CODE))
                .orElseThrow(() -> new IllegalArgumentException(
                        "The model %s cannot be had, or was learned by another version of Tandem. In %s there are: %s"
                                .formatted(version, settings.models(), versions())));
        var knowledge = Knowledge.read(settings.knowledge(), LocalDate.now(clock));
        var embedder = new BgeEmbedder();
        return new Reader(new TrainedMind(knowledge, models, embedder, new Languages(knowledge)), embedder);
    }

    /** Any number of threads may use it. */
    public static final class Reader implements AutoCloseable {

        private final TrainedMind mind;
        private final BgeEmbedder embedder;

        private Reader(TrainedMind mind, BgeEmbedder embedder) {
            this.mind = mind;
            this.embedder = embedder;
        }

        public Understood read(Question question) {
            var reading = mind.read(question);
            return reading.topics().isEmpty()
                    ? new Understood(reading.understanding(), 1, 1)
                    : new Understood(reading.understanding(), reading.risk(), reading.guaranteedRisk());
        }

        @Override
        public void close() {
            embedder.close();
        }
    }

    /**
     * What it makes of a question if all facts for the answer are known.
     *
     * @param risk see {@link Attempt.Drafted}; 1 where no topic makes an answer
     * @param guaranteedRisk the same
     */
    public record Understood(Understanding understanding, double risk, double guaranteedRisk) {}
}
