package org.tandem.assistant.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tandem.assistant.classifier.BgeEmbedder;
import org.tandem.assistant.classifier.Embedder;
import org.tandem.assistant.classifier.Labelled;
import org.tandem.assistant.classifier.LabelledCsv;
import org.tandem.assistant.classifier.Progress;
import org.tandem.assistant.classifier.TextClassifier;
import org.tandem.assistant.classifier.Texts;
import org.tandem.assistant.classifier.Training;
import org.tandem.assistant.guarantee.Calibration;

/**
 * Whether what the calibration says of texts outside holds for others of the same kind: texts about nothing are divided at random, some
 * are learned from and the rest is held back, over and over. If a text that is scored as if it had not been learned looked like one that
 * was not, both parts would be answered equally often, and <i>sooner</i> would be one half.
 *
 * <p>Arguments: files of labelled texts; files of texts about nothing (both separated by commas); how many of each category to learn
 * from (40); how many texts about nothing, separated by commas (50,100,150); the number of runs of each (10).
 */
public final class OutOfScopeRuns {

    private static final double ANSWERED = 0.9;
    private static final double SHARE = 0.15;
    private static final int TESTED = 10;

    private final Map<String, float[]> meanings = new ConcurrentHashMap<>();
    private final Embedder embedder;
    private final Map<String, List<String>> inside = new TreeMap<>();
    private final List<String> outside;
    private final int perCategory;

    /** Shares: of texts about nothing that the calibration would answer, and of those held back; the others of held-back ones. */
    private record Run(double promised, double held, double sooner, double coverage, double precision, double mixed) {}

    private OutOfScopeRuns(Embedder embedder, List<Labelled> inside, List<Labelled> outside, int perCategory) {
        this.embedder = text -> meanings.computeIfAbsent(text, embedder::embed);
        inside.forEach(row -> this.inside
                .computeIfAbsent(row.label(), label -> new ArrayList<>())
                .add(Texts.normalized(row.text())));
        this.outside = outside.stream()
                .map(row -> Texts.normalized(row.text()))
                .distinct()
                .toList();
        this.perCategory = perCategory;
    }

    public static void main(String[] arguments) {
        int perCategory = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 40;
        var learned = arguments.length > 3 ? arguments[3] : "50,100,150";
        int runs = arguments.length > 4 ? Integer.parseInt(arguments[4]) : 10;
        try (var embedder = new BgeEmbedder()) {
            var all = new OutOfScopeRuns(embedder, read(arguments[0]), read(arguments[1]), perCategory);
            System.out.printf(
                    "%-8s %9s %8s %10s %8s %9s %10s %10s%n",
                    "learned", "promised", "held", "+-", "sooner", "coverage", "precision", "with 15 %");
            for (var number : learned.split(",")) {
                all.print(Integer.parseInt(number), runs);
            }
        }
    }

    private static List<Labelled> read(String files) {
        return Stream.of(files.split(","))
                .flatMap(file -> LabelledCsv.read(Path.of(file)).stream())
                .toList();
    }

    private void print(int learned, int count) {
        var runs =
                IntStream.range(0, count).mapToObj(seed -> run(learned, seed)).toList();
        double held = mean(runs.stream().mapToDouble(Run::held).toArray());
        double deviation = Math.sqrt(runs.stream()
                        .mapToDouble(run -> Math.pow(run.held() - run.promised() - held + mean(promised(runs)), 2))
                        .sum()
                / Math.max(1, count - 1)
                / count);
        System.out.printf(
                Locale.ROOT,
                "%-8d %9.4f %8.4f %10.4f %8.3f %9.3f %10.3f %10.3f%n",
                learned,
                mean(promised(runs)),
                held,
                deviation,
                mean(runs.stream().mapToDouble(Run::sooner).toArray()),
                mean(runs.stream().mapToDouble(Run::coverage).toArray()),
                mean(runs.stream().mapToDouble(Run::precision).toArray()),
                mean(runs.stream().mapToDouble(Run::mixed).toArray()));
    }

    private static double[] promised(List<Run> runs) {
        return runs.stream().mapToDouble(Run::promised).toArray();
    }

    private Run run(int learned, int seed) {
        var random = new Random(seed);
        var strangers = shuffled(outside, random);
        var lesson = new ArrayList<Labelled>();
        var test = new ArrayList<Labelled>();
        inside.forEach((label, texts) -> {
            var shuffled = shuffled(texts, random);
            int end = Math.min(perCategory, shuffled.size() - TESTED);
            shuffled.subList(0, end).forEach(text -> lesson.add(new Labelled(text, label)));
            shuffled.subList(end, end + TESTED).forEach(text -> test.add(new Labelled(text, label)));
        });
        var trained = new Training(embedder, Runtime.getRuntime().availableProcessors(), Progress.SILENT)
                .train(new Training.Lesson(lesson, strangers.subList(0, learned), SHARE));
        double threshold = threshold(trained.calibration());
        var held = risks(trained.classifier(), strangers.subList(learned, strangers.size()));
        var seen = trained.calibration().outside().stream()
                .mapToDouble(Calibration.Case::risk)
                .toArray();
        return measured(trained.classifier(), test, threshold, seen, held);
    }

    /** Under which so many texts inside would be answered: what is looked at is who gets through, not whether a promise opens. */
    private static double threshold(Calibration calibration) {
        var risks = calibration.inside().stream()
                .mapToDouble(Calibration.Case::risk)
                .sorted()
                .toArray();
        return risks[(int) (ANSWERED * risks.length)];
    }

    private Run measured(TextClassifier classifier, List<Labelled> test, double threshold, double[] seen, double[] held) {
        int answered = 0;
        int right = 0;
        for (var one : test) {
            var opinion = classifier.classify(one.text(), embedder.embed(one.text()));
            if (opinion.risk() <= threshold) {
                answered++;
                right += opinion.best().label().equals(one.label()) ? 1 : 0;
            }
        }
        double inScope = (1 - SHARE) / test.size();
        return new Run(
                share(seen, threshold),
                share(held, threshold),
                sooner(held, seen),
                (double) answered / test.size(),
                (double) right / answered,
                inScope * right / (inScope * answered + SHARE * share(held, threshold)));
    }

    private double[] risks(TextClassifier classifier, List<String> texts) {
        return texts.stream()
                .mapToDouble(text ->
                        classifier.classify(text, embedder.embed(text)).risk())
                .toArray();
    }

    private static double share(double[] risks, double threshold) {
        return Arrays.stream(risks).filter(risk -> risk <= threshold).count() / (double) risks.length;
    }

    /** How often one that was held back is held for less risky than one that was learned from (Mann and Whitney). */
    private static double sooner(double[] held, double[] seen) {
        return Arrays.stream(held)
                .flatMap(one -> Arrays.stream(seen).map(other -> one < other ? 1 : one == other ? 0.5 : 0))
                .average()
                .orElse(0.5);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }

    private static <T> List<T> shuffled(List<T> all, Random random) {
        var shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
