package org.tandem.assistant;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
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
import org.tandem.assistant.learning.Labelled;
import org.tandem.assistant.learning.Progress;
import org.tandem.assistant.learning.TextClassifier;
import org.tandem.assistant.learning.Training;

/** Gets the assistant ready in the background after the start: reads the knowledge, and learns it unless a stored model fits. */
@Component
class AssistantTraining {

    private static final Logger log = LoggerFactory.getLogger(AssistantTraining.class);
    private static final String CODE_VERSION = "3";

    /** How many of the inquiries on a company's own help page are about something else. */
    private static final double OUTSIDE_SHARE = 0.05;

    private final Assistant assistant;
    private final Settings settings;
    private final Clock clock;

    AssistantTraining(Assistant assistant, Settings settings, Clock clock) {
        this.assistant = assistant;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param knowledge folder or class path location of the knowledge
     * @param models folder where trained models are kept
     */
    @ConfigurationProperties("tandem.assistant")
    record Settings(
            @DefaultValue("classpath:/knowledge/") String knowledge,
            @DefaultValue(".tandem/models") Path models) {}

    @EventListener(ApplicationStartedEvent.class)
    void start() {
        Thread.ofPlatform().name("assistant-training").daemon().start(this::prepare);
    }

    void prepare() {
        try {
            var begun = System.nanoTime();
            var knowledge = Knowledge.read(settings.knowledge(), LocalDate.now(clock));
            assistant.prepare("loading the language model");
            var embedder = new BgeEmbedder();
            var file = settings.models().resolve("%s-%s.model".formatted(knowledge.fingerprint(), CODE_VERSION));
            var stored = load(file);
            var models = stored == null ? learn(knowledge, embedder, file) : stored;
            var version = "%s of %s".formatted(knowledge.fingerprint(), models.trainedAt());
            assistant.use(
                    new TrainedMind(knowledge, models.topics(), models.signals(), embedder, new Languages(), version),
                    version);
            log.info(
                    "The assistant is ready after {} s: {} topics, model {}{}",
                    Duration.ofNanos(System.nanoTime() - begun).toSeconds(),
                    knowledge.topics().size(),
                    version,
                    stored == null ? ", newly trained" : "");
        } catch (RuntimeException e) {
            assistant.fail(String.valueOf(e.getMessage()));
            log.error(
                    "The assistant cannot answer, every inquiry goes to a person: {}",
                    e.getMessage(),
                    e instanceof KnowledgeMistake ? null : e);
        }
    }

    private Models learn(Knowledge knowledge, BgeEmbedder embedder, Path file) {
        assistant.prepare("learning %d topics".formatted(knowledge.topics().size()));
        var training = new Training(embedder, 1, Progress.SILENT);
        var examples = new ArrayList<Labelled>();
        knowledge
                .topics()
                .forEach(topic -> topic.examples()
                        .forEach(example -> examples.add(new Labelled(TrainedMind.normalized(example), topic.id()))));
        var topics = training.train(new Training.Lesson(examples, normalized(knowledge.outside()), OUTSIDE_SHARE))
                .classifier();
        var signals = new TreeMap<String, TextClassifier>();
        var ordinary = ordinaryQuestions(knowledge);
        knowledge
                .signals()
                .forEach((name, signal) -> signals.put(
                        name, training.train(lesson(signal, ordinary)).classifier()));
        var models = new Models(topics, signals, clock.instant().truncatedTo(ChronoUnit.SECONDS));
        store(models, file);
        return models;
    }

    /** Ordinary questions carry no signal, so they are counter-examples to every one; some of them are enough. */
    private static List<String> ordinaryQuestions(Knowledge knowledge) {
        var questions = knowledge.topics().stream()
                .filter(topic -> topic.topicClass() == TopicClass.ROUTINE || topic.topicClass() == TopicClass.ACCOUNT)
                .flatMap(topic -> topic.examples().stream())
                .toList();
        return IntStream.range(0, questions.size())
                .filter(index -> index % 3 == 0)
                .mapToObj(questions::get)
                .toList();
    }

    private static Training.Lesson lesson(Knowledge.Signal signal, List<String> ordinary) {
        var examples = new ArrayList<Labelled>();
        normalized(signal.examples()).forEach(text -> examples.add(new Labelled(text, TrainedMind.YES)));
        normalized(signal.counterExamples()).forEach(text -> examples.add(new Labelled(text, TrainedMind.NO)));
        normalized(ordinary).forEach(text -> examples.add(new Labelled(text, TrainedMind.NO)));
        return new Training.Lesson(examples, List.of(), 0);
    }

    private static List<String> normalized(List<String> texts) {
        return texts.stream()
                .map(TrainedMind::normalized)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private @Nullable Models load(Path file) {
        if (!Files.exists(file)) {
            return null;
        }
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            return Models.read(in);
        } catch (IOException | RuntimeException e) {
            log.warn("The stored model {} cannot be used and is trained anew: {}", file, e.toString());
            return null;
        }
    }

    private void store(Models models, Path file) {
        try {
            Files.createDirectories(settings.models());
            var unfinished = Files.createTempFile(settings.models(), "training", ".tmp");
            try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(unfinished)))) {
                models.write(out);
            }
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            log.warn("The model cannot be kept in {}, it is trained again at the next start: {}", file, e.toString());
        }
    }

    /** What is stored: the topic classifier, a classifier for each signal, and when they were trained. */
    private record Models(TextClassifier topics, Map<String, TextClassifier> signals, Instant trainedAt) {

        void write(DataOutputStream out) throws IOException {
            out.writeLong(trainedAt.getEpochSecond());
            topics.write(out);
            out.writeInt(signals.size());
            for (var signal : signals.entrySet()) {
                out.writeUTF(signal.getKey());
                signal.getValue().write(out);
            }
        }

        static Models read(DataInputStream in) throws IOException {
            var trainedAt = Instant.ofEpochSecond(in.readLong());
            var topics = TextClassifier.read(in);
            var signals = new TreeMap<String, TextClassifier>();
            for (int i = in.readInt(); i > 0; i--) {
                signals.put(in.readUTF(), TextClassifier.read(in));
            }
            return new Models(topics, signals, trainedAt);
        }
    }
}
