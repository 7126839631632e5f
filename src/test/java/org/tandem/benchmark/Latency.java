package org.tandem.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.tandem.assistant.classifier.BgeEmbedder;
import org.tandem.assistant.classifier.Embedder;
import org.tandem.assistant.classifier.Labelled;
import org.tandem.assistant.classifier.LabelledCsv;
import org.tandem.assistant.classifier.Progress;
import org.tandem.assistant.classifier.TextClassifier;
import org.tandem.assistant.classifier.Training;

/**
 * Measures how long one inquiry takes, from its text to its risk, on one thread: alone, and while a model is trained on the
 * same examples in the background. The argument is a CSV file of labelled inquiries; without one, the labelled questions of
 * the tests are varied to 10,000.
 */
public final class Latency {

    private static final int EXAMPLES = 10_000;
    private static final int WARM_UP = 1_000;
    private static final int INQUIRIES = 2_000;

    private Latency() {}

    public static void main(String[] args) throws InterruptedException {
        var examples = args.length > 0 ? LabelledCsv.read(Path.of(args[0])) : varied();
        var embedder = new BgeEmbedder();
        var begun = System.nanoTime();
        var classifier = train(embedder, examples, Runtime.getRuntime().availableProcessors());
        System.out.printf(
                Locale.ROOT, "Trained on %d examples in %.1f s%n", examples.size(), (System.nanoTime() - begun) / 1e9);
        measure(classifier, embedder, examples, WARM_UP);
        System.out.println("Alone:          " + measure(classifier, embedder, examples, INQUIRIES));
        System.out.println("  embedding     " + measureEmbedding(embedder, examples, INQUIRIES));

        var training =
                Thread.ofPlatform().priority(Thread.MIN_PRIORITY).daemon().start(() -> train(embedder, examples, 1));
        System.out.println("While training: " + measure(classifier, embedder, examples, INQUIRIES)
                + (training.isAlive() ? "" : " (the training ended before)"));
        System.exit(0);
    }

    private static TextClassifier train(Embedder embedder, List<Labelled> examples, int threads) {
        return new Training(embedder, threads, Progress.SILENT)
                .train(new Training.Lesson(examples, List.of(), 0))
                .classifier();
    }

    private static String measure(TextClassifier classifier, Embedder embedder, List<Labelled> inquiries, int count) {
        var nanos = new long[count];
        for (int i = 0; i < count; i++) {
            var text = inquiries.get(i * 7 % inquiries.size()).text();
            var begun = System.nanoTime();
            classifier.classify(text, embedder);
            nanos[i] = System.nanoTime() - begun;
        }
        return quantiles(nanos);
    }

    private static String measureEmbedding(Embedder embedder, List<Labelled> inquiries, int count) {
        var nanos = new long[count];
        for (int i = 0; i < count; i++) {
            var text = inquiries.get(i * 7 % inquiries.size()).text();
            var begun = System.nanoTime();
            embedder.embed(text);
            nanos[i] = System.nanoTime() - begun;
        }
        return quantiles(nanos);
    }

    private static String quantiles(long[] nanos) {
        Arrays.sort(nanos);
        return String.format(
                Locale.ROOT,
                "p50 %.2f ms, p99 %.2f ms",
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 99 / 100] / 1e6);
    }

    private static List<Labelled> varied() {
        var questions = LabelledCsv.read(Path.of("src", "test", "resources", "labelled-questions.csv"));
        var examples = new ArrayList<Labelled>();
        for (int i = 0; examples.size() < EXAMPLES; i++) {
            var question = questions.get(i % questions.size());
            examples.add(new Labelled("%s (number %d)".formatted(question.text(), i), question.label()));
        }
        return examples;
    }
}
