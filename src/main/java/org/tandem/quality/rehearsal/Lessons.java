package org.tandem.quality.rehearsal;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tandem.assistant.classifier.Embedder;
import org.tandem.assistant.classifier.Labelled;
import org.tandem.assistant.classifier.Progress;
import org.tandem.assistant.classifier.Training;

/** What there is to learn from: the company's examples, and later what people have labelled, too. */
final class Lessons implements Life.School {

    /** Training takes seconds with so many. */
    private static final int MOST = 4_000;

    private static final int MOST_LABELLED = MOST / 2;

    /** Before there is traffic nobody knows how many inquiries are about none of the topics. */
    private static final double OUTSIDE_SHARE = 0.15;

    private static final double MOST_OUTSIDE = 0.9;

    private final Material material;
    private final Map<String, float[]> meanings = new ConcurrentHashMap<>();
    private final Embedder embedder;
    private final Progress progress;

    Lessons(Material material, Embedder embedder, Progress progress) {
        this.material = material;
        this.embedder = embedder;
        this.progress = progress;
    }

    Mind first() {
        return mind("Learning", material.examples(), material.outside(), OUTSIDE_SHARE);
    }

    @Override
    public Mind train(List<Incoming> labelled) {
        var recent = labelled.subList(Math.max(0, labelled.size() - MOST_LABELLED), labelled.size());
        recent.forEach(inquiry -> meanings.put(inquiry.text(), inquiry.meaning()));
        var about = recent.stream()
                .filter(inquiry -> !inquiry.topic().isEmpty())
                .map(inquiry -> new Labelled(inquiry.text(), inquiry.topic()));
        var others =
                recent.stream().filter(inquiry -> inquiry.topic().isEmpty()).map(Incoming::text);
        long none = recent.stream().filter(inquiry -> inquiry.topic().isEmpty()).count();
        return mind(
                "Retraining",
                Stream.concat(some(material.examples(), MOST - recent.size()).stream(), about)
                        .toList(),
                Stream.concat(material.outside().stream(), others).toList(),
                Math.min(MOST_OUTSIDE, Math.max(OUTSIDE_SHARE / 10, (double) none / recent.size())));
    }

    private Mind mind(String step, List<Labelled> about, List<String> none, double share) {
        var training = new Training(
                text -> meanings.computeIfAbsent(text, embedder::embed),
                Runtime.getRuntime().availableProcessors(),
                (part, done, total) -> progress.report("%s: %s".formatted(step, part), done, total));
        return new TopicMind(
                training.train(new Training.Lesson(about, none, share)).classifier(), material.automated()::contains);
    }

    /** Evenly, and those of one topic stand together. */
    private static List<Labelled> some(List<Labelled> all, int most) {
        return all.size() <= most
                ? all
                : IntStream.range(0, most)
                        .mapToObj(i -> all.get((int) ((long) i * all.size() / most)))
                        .toList();
    }
}
