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
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tandem.assistant.classifier.BgeEmbedder;
import org.tandem.assistant.classifier.Embedder;
import org.tandem.assistant.classifier.Labelled;
import org.tandem.assistant.classifier.LabelledCsv;
import org.tandem.assistant.classifier.Opinion;
import org.tandem.assistant.classifier.Progress;
import org.tandem.assistant.classifier.TextClassifier;
import org.tandem.assistant.classifier.Texts;
import org.tandem.assistant.classifier.Training;
import org.tandem.assistant.guarantee.Calibration;
import org.tandem.assistant.guarantee.GuaranteedThreshold;

/**
 * Whether what the calibration says of texts outside holds for others of the same kind: texts about nothing are divided at random, some
 * are learned from and the rest is held back, over and over. If a text that is scored as if it had not been learned looked like one that
 * was not, both would be answered equally often, and <i>sooner</i>, how often the one that was held back looks less risky, would be one
 * half. Thresholds are those under which nine tenths of the calibration's texts inside are answered, which keep the guarantee of 2 %
 * wrong, and under which none of the learned texts outside is answered: what it takes to show with 100 of them that no more than 3 % are.
 *
 * <p>Arguments: files of labelled texts; files of texts about nothing (both separated by commas); how many of each category to learn
 * from (40); how many texts about nothing, separated by commas (50,100,150); the number of runs of each (10); the seed of the first (0),
 * to look at other divisions than those by which something was chosen.
 */
public final class OutOfScopeRuns {

    private static final double RISK = 0.02;
    private static final double CONFIDENCE = 0.95;
    private static final double ANSWERED = 0.9;
    private static final double SHARE = 0.15;
    private static final int TESTED = 10;

    private final Map<String, float[]> meanings = new ConcurrentHashMap<>();
    private final Embedder embedder;
    private final Map<String, List<String>> inside = new TreeMap<>();
    private final List<String> outside;
    private final int perCategory;

    private enum Threshold {
        NINE_TENTHS,
        GUARANTEED,
        NONE_OUTSIDE
    }

    /** @param right of those inside that are answered: their number, and how many of them are right */
    private record Run(double[] learned, double[] held, double[] inside, double[] right, double[] thresholds) {

        double learnedAnswered(Threshold threshold) {
            return share(learned, at(threshold));
        }

        double heldAnswered(Threshold threshold) {
            return share(held, at(threshold));
        }

        double coverage(Threshold threshold) {
            return share(inside, at(threshold));
        }

        /** Of the answers when so many inquiries are outside as is assumed. */
        double precision(Threshold threshold) {
            double rightOnes = (1 - SHARE) * right.length / inside.length * share(right, at(threshold));
            double all = (1 - SHARE) * coverage(threshold) + SHARE * heldAnswered(threshold);
            return all == 0 ? 1 : rightOnes / all;
        }

        private double at(Threshold threshold) {
            return thresholds[threshold.ordinal()];
        }

        /** How often one that was held back is held for less risky than one that was learned from (Mann and Whitney 1947). */
        double sooner() {
            return Arrays.stream(held)
                    .flatMap(one -> Arrays.stream(learned).map(other -> one < other ? 1 : one == other ? 0.5 : 0))
                    .average()
                    .orElse(0.5);
        }
    }

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
        int first = arguments.length > 5 ? Integer.parseInt(arguments[5]) : 0;
        try (var embedder = new BgeEmbedder()) {
            var all = new OutOfScopeRuns(embedder, read(arguments[0]), read(arguments[1]), perCategory);
            System.out.printf(
                    "%-8s %-13s %9s %8s %8s %9s %10s %8s%n",
                    "learned", "threshold", "promised", "held", "+-", "coverage", "precision", "sooner");
            for (var number : learned.split(",")) {
                all.print(Integer.parseInt(number), first, runs);
            }
        }
    }

    private static List<Labelled> read(String files) {
        return Stream.of(files.split(","))
                .flatMap(file -> LabelledCsv.read(Path.of(file)).stream())
                .toList();
    }

    private void print(int learned, int first, int count) {
        var runs = IntStream.range(first, first + count)
                .mapToObj(seed -> run(learned, seed))
                .toList();
        for (var threshold : Threshold.values()) {
            System.out.printf(
                    Locale.ROOT,
                    "%-8d %-13s %9.4f %8.4f %8.4f %9.3f %10.3f %8.3f%n",
                    learned,
                    threshold,
                    mean(runs, run -> run.learnedAnswered(threshold)),
                    mean(runs, run -> run.heldAnswered(threshold)),
                    error(runs, run -> run.heldAnswered(threshold) - run.learnedAnswered(threshold)),
                    mean(runs, run -> run.coverage(threshold)),
                    mean(runs, run -> run.precision(threshold)),
                    mean(runs, Run::sooner));
        }
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
        var classifier = trained.classifier();
        var calibration = trained.calibration();
        var seen = risks(calibration.outside());
        return new Run(
                seen,
                strangers.subList(learned, strangers.size()).stream()
                        .mapToDouble(text -> judged(classifier, text).risk())
                        .toArray(),
                test.stream()
                        .mapToDouble(one -> judged(classifier, one.text()).risk())
                        .toArray(),
                test.stream()
                        .filter(one ->
                                judged(classifier, one.text()).best().label().equals(one.label()))
                        .mapToDouble(one -> judged(classifier, one.text()).risk())
                        .toArray(),
                new double[] {
                    quantile(risks(calibration.inside()), ANSWERED),
                    GuaranteedThreshold.of(calibration, RISK, CONFIDENCE) instanceof GuaranteedThreshold.Open open
                            ? open.threshold()
                            : -1,
                    Math.nextDown(Arrays.stream(seen).min().orElse(0))
                });
    }

    private Opinion judged(TextClassifier classifier, String text) {
        return classifier.classify(text, embedder.embed(text));
    }

    private static double[] risks(List<Calibration.Case> cases) {
        return cases.stream().mapToDouble(Calibration.Case::risk).toArray();
    }

    private static double quantile(double[] values, double part) {
        return Arrays.stream(values).sorted().toArray()[(int) (part * values.length)];
    }

    private static double share(double[] risks, double threshold) {
        return Arrays.stream(risks).filter(risk -> risk <= threshold).count() / (double) risks.length;
    }

    private static double mean(List<Run> runs, ToDoubleFunction<Run> figure) {
        return runs.stream().mapToDouble(figure).average().orElse(0);
    }

    /** Of the mean. Runs share texts, so it is a little too small. */
    private static double error(List<Run> runs, ToDoubleFunction<Run> figure) {
        double mean = mean(runs, figure);
        double squares = runs.stream()
                .mapToDouble(run -> Math.pow(figure.applyAsDouble(run) - mean, 2))
                .sum();
        return Math.sqrt(squares / Math.max(1, runs.size() - 1) / runs.size());
    }

    private static <T> List<T> shuffled(List<T> all, Random random) {
        var shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
