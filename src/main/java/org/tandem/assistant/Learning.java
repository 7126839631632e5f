package org.tandem.assistant;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tandem.assistant.classifier.Embedder;
import org.tandem.assistant.classifier.Labelled;
import org.tandem.assistant.classifier.Progress;
import org.tandem.assistant.classifier.Training;
import org.tandem.assistant.guarantee.Basis;
import org.tandem.assistant.knowledge.Knowledge;

/**
 * Learns from knowledge what the assistant needs to know. It keeps to one thread, because on a small machine customers are
 * answered on the other.
 */
final class Learning {

    /** Models of another code are trained anew. */
    static final String CODE = "10";

    private static final DateTimeFormatter VERSION =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Taught taught;
    private final Knowledge knowledge;
    private final Embedder embedder;
    private final Progress progress;
    private final double confidence;

    /**
     * @param taught what to learn; signals are learned from the knowledge alone, as nobody has said which are in the other examples
     * @param confidence with which a guaranteed risk holds
     */
    Learning(Taught taught, Embedder embedder, Progress progress, double confidence) {
        var read = new ConcurrentHashMap<String, float[]>(); // most examples teach more than one thing
        this.taught = taught;
        this.knowledge = taught.knowledge();
        this.embedder = text -> read.computeIfAbsent(text, embedder::embed);
        this.progress = progress;
        this.confidence = confidence;
    }

    TrainedModels learn(Instant now) {
        var examples = new ArrayList<>(taught.inside());
        knowledge
                .topics()
                .forEach(topic -> normalized(topic.examples())
                        .forEach(example -> examples.add(new Labelled(example, topic.id()))));
        var titles = knowledge.topics().stream()
                .map(topic -> new Labelled(TrainedMind.normalized(topic.title()), topic.id()))
                .toList();
        var outside = Stream.concat(normalized(knowledge.outside()).stream(), taught.outside().stream())
                .toList();
        var topics = training("the topics")
                .train(new Training.Lesson(
                        examples, titles, outside, taught.share().share()));
        var signals = new TreeMap<String, LearnedSignal>();
        signalLessons()
                .forEach((name, lesson) -> signals.put(
                        name, LearnedSignal.of(training("the signal " + name).train(lesson))));
        var about = new TrainedModels.About(
                "%s-%s".formatted(VERSION.format(now), taught.fingerprint()),
                taught.fingerprint(),
                CODE,
                now,
                TrainedModels.About.metrics(
                        topics.calibration().accuracy(),
                        Basis.of(topics.calibration(), taught.share().cases(), confidence),
                        taught.more().size()));
        return new TrainedModels(
                about,
                topics.classifier(),
                signals,
                new ClassGuarantees(topics.calibration(), confidence).of(knowledge),
                topics.calibration());
    }

    /** What each signal is taught by. */
    Map<String, Training.Lesson> signalLessons() {
        var lessons = new TreeMap<String, Training.Lesson>();
        knowledge.signals().forEach((name, signal) -> lessons.put(name, lesson(signal, ordinaryTexts(name))));
        return lessons;
    }

    private Training training(String part) {
        return new Training(
                embedder, 1, (step, done, total) -> progress.report("%s: %s".formatted(part, step), done, total));
    }

    /**
     * Ordinary questions carry no signal, so they are counter-examples to every one. So are greetings and what is not meant for us, but
     * not to several requests: that these are none is no question of what they say, and some of them are enough.
     */
    private List<String> ordinaryTexts(String signal) {
        var questions = knowledge.topics().stream()
                .filter(topic -> topic.topicClass() == TopicClass.ROUTINE || topic.topicClass() == TopicClass.ACCOUNT)
                .flatMap(topic -> topic.examples().stream())
                .toList();
        return signal.equals(Understanding.SEVERAL_REQUESTS)
                ? IntStream.range(0, questions.size())
                        .filter(index -> index % 4 == 0)
                        .mapToObj(questions::get)
                        .toList()
                : Stream.concat(questions.stream(), knowledge.outside().stream())
                        .toList();
    }

    private static Training.Lesson lesson(Knowledge.Signal signal, List<String> ordinary) {
        var examples = new ArrayList<Labelled>();
        normalized(signal.examples()).forEach(text -> examples.add(new Labelled(text, LearnedSignal.YES)));
        normalized(signal.counterExamples()).forEach(text -> examples.add(new Labelled(text, LearnedSignal.NO)));
        normalized(ordinary).forEach(text -> examples.add(new Labelled(text, LearnedSignal.NO)));
        return new Training.Lesson(examples, List.of(), 0);
    }

    private static List<String> normalized(List<String> texts) {
        return texts.stream()
                .map(TrainedMind::normalized)
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
