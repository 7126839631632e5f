package org.tandem.assistant.classifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tandem.assistant.guarantee.Calibration;

/**
 * Trains a classifier. There is no randomness in it: the same examples give the same model. Every figure that the risk and
 * the thresholds rest on comes from examples scored as if they had not been trained on.
 */
public final class Training {

    /** Fits that must not judge themselves are made in this many parts. */
    private static final int PARTS = 5;

    /** Memory grows with their square, to 2 GB here, and time with the third power. */
    private static final int MOST_EXAMPLES = 32_000;

    /** Megabytes that are taken besides the similarities of all examples to each other. */
    private static final int ROOM_BESIDE = 200;

    private static final int ROWS_AT_ONCE = 256;

    /** Fewer texts about none of the labels prove nothing: even if none of them is answered, one in ten of their kind may be. */
    private static final int FEWEST_OUTSIDE = 30;

    private static final double SHRINKAGE = 1;

    private final Embedder embedder;
    private final Workers workers;

    public Training(Embedder embedder, int threads, Progress progress) {
        this.embedder = embedder;
        this.workers = new Workers(threads, progress);
    }

    /**
     * What to learn from.
     *
     * @param hints texts that say what a label is about but are not drawn from what people write, such as its title: they teach, and
     *     nothing is judged by them
     * @param outside texts about none of the labels; with fewer than 30, leaving out whole labels stands in for them, too
     * @param outsideShare the share of outside texts to expect; 0 to judge the risk for inside texts alone
     */
    public record Lesson(List<Labelled> examples, List<Labelled> hints, List<String> outside, double outsideShare) {

        public Lesson(List<Labelled> examples, List<String> outside, double outsideShare) {
            this(examples, List.of(), outside, outsideShare);
        }
    }

    /** @param unseen the examples as they were scored without having been trained on */
    public record Result(TextClassifier classifier, Calibration calibration, List<Unseen> unseen) {}

    /** An example and how probable each label was for it when the model did not know it. */
    public record Unseen(String label, List<String> labels, float[] probabilities) {

        /** 0 for a label that there is not. */
        public double probability(String of) {
            int at = labels.indexOf(of);
            return at < 0 ? 0 : probabilities[at];
        }
    }

    public Result train(Lesson lesson) {
        return new Run(lesson).train();
    }

    private final class Run {

        final List<String> labels;
        final int known;
        final int labelCount;
        final boolean knowsOutside;
        final double share;
        final List<String> texts;
        final int[] exampleLabels;
        final int[] cases;
        final int[] strangers;
        final boolean leaveLabelsOut;

        Run(Lesson lesson) {
            labels = Stream.concat(lesson.examples().stream(), lesson.hints().stream())
                    .map(Labelled::label)
                    .distinct()
                    .sorted()
                    .toList();
            known = labels.size();
            knowsOutside = !lesson.outside().isEmpty();
            labelCount = known + (knowsOutside ? 1 : 0);
            share = lesson.outsideShare();
            leaveLabelsOut = share > 0 && lesson.outside().stream().distinct().count() < FEWEST_OUTSIDE;
            var inside = new TreeMap<String, Map<String, Boolean>>(); // per label its texts, and whether each is judged
            lesson.examples().forEach(example -> textsOf(inside, example).put(example.text(), true));
            lesson.hints().forEach(hint -> textsOf(inside, hint).putIfAbsent(hint.text(), false));
            var taught = Stream.concat(
                            inside.entrySet().stream()
                                    .flatMap(entry -> entry.getValue().entrySet().stream()
                                            .map(text -> new Taught(
                                                    text.getKey(), labels.indexOf(entry.getKey()), text.getValue()))),
                            lesson.outside().stream().distinct().map(text -> new Taught(text, known, true)))
                    .toList();
            texts = taught.stream().map(Taught::text).toList();
            exampleLabels = taught.stream().mapToInt(Taught::label).toArray();
            cases = IntStream.range(0, taught.size())
                    .filter(i -> taught.get(i).judged())
                    .toArray();
            strangers = IntStream.of(cases)
                    .filter(i -> leaveLabelsOut && exampleLabels[i] < known)
                    .toArray();
        }

        private static Map<String, Boolean> textsOf(Map<String, Map<String, Boolean>> inside, Labelled example) {
            return inside.computeIfAbsent(example.label(), label -> new LinkedHashMap<>());
        }

        Result train() {
            int n = texts.size();
            if (n > MOST_EXAMPLES) {
                throw new IllegalArgumentException(
                        "%d examples are too many, %d can be learned from. Take fewer of each category"
                                .formatted(n, MOST_EXAMPLES));
            }
            if (labelCount < 2) {
                throw new IllegalArgumentException(
                        "There is nothing to tell apart: texts of at least two categories are needed, but there are %s"
                                .formatted(
                                        labels.isEmpty() ? "none with words" : "only those of " + labels.getFirst()));
            }
            var embeddings = new float[n][];
            workers.forEach("Reading examples", n, i -> embeddings[i] = embedder.embed(texts.get(i)));
            var terms = texts.stream().map(Terms::of).toList();
            var meaning = Meaning.of(embeddings);
            var wording = Wording.of(terms);
            try (var algebra = new LinearAlgebra(workers.threads())) {
                return train(meaning, wording, terms, algebra);
            }
        }

        private Result train(Meaning meaning, Wording wording, List<Terms> terms, LinearAlgebra algebra) {
            int all = texts.size();
            var heads = new Heads(
                    exampleLabels, known, labelCount, wording.squares(exampleLabels), meaning.squares(exampleLabels));
            var kernels = kernels(all);
            var views = new View[all];
            var strangeViews = new View[leaveLabelsOut ? all : 0];
            var byDimension = meaning.asMatrix();
            for (int from = 0; from < all; from += ROWS_AT_ONCE) {
                int start = from;
                int end = Math.min(all, from + ROWS_AT_ONCE);
                var rows =
                        algebra.product(byDimension.block(0, byDimension.rows, start, end), true, byDimension, false);
                workers.forEach("Comparing examples", start, end, all, i -> {
                    var byMeaning = rows.row(i - start);
                    var byWording = wording.similarities(terms.get(i));
                    kernels.setRow(i, KernelRidge.kernel(byMeaning, byWording));
                    views[i] = heads.view(byMeaning, byWording, LeftOut.example(i));
                    if (leaveLabelsOut) {
                        strangeViews[i] = heads.view(byMeaning, byWording, LeftOut.label(exampleLabels[i]));
                    }
                });
            }
            var fit = KernelRidge.fit(kernels, exampleLabels, labelCount, algebra, leaveLabelsOut);
            for (int i = 0; i < all; i++) {
                views[i].withRidge(fit.withoutExample()[i]);
            }
            int n = cases.length;
            var blend = Blend.fit(
                    Arrays.stream(cases).mapToObj(i -> views[i]).toArray(View[]::new),
                    Arrays.stream(cases).map(i -> exampleLabels[i]).toArray());
            var unseen = Arrays.stream(cases)
                    .filter(i -> exampleLabels[i] < known)
                    .mapToObj(i ->
                            new Unseen(labels.get(exampleLabels[i]), labels, blend.probabilities(views[i].votes())))
                    .toList();
            var judged = new Judged[n + strangers.length];
            workers.forEach("Judging the risk", judged.length, i -> {
                int text = i < n ? cases[i] : strangers[i - n];
                var view = i < n ? views[text] : strangeViews[text].withRidge(fit.withoutLabel()[text]);
                var probabilities = blend.probabilities(view.votes());
                int best = Figures.best(probabilities, known);
                boolean inside = i < n && exampleLabels[text] < known;
                judged[i] = new Judged(
                        Figures.of(view, probabilities, known), best, inside, inside && best == exampleLabels[text]);
            });
            var calibration = calibrate(judged);
            var gate = Logistic.fit(figures(judged), right(judged), importance(judged), i -> true, SHRINKAGE);
            return new Result(
                    new TextClassifier(
                            labels, exampleLabels, knowsOutside, meaning, wording, fit.regression(), blend, gate),
                    calibration,
                    unseen);
        }

        private static SymmetricMatrix kernels(int examples) {
            try {
                return new SymmetricMatrix(examples);
            } catch (OutOfMemoryError e) {
                throw new IllegalArgumentException(
                        "There is not enough memory to learn from %,d examples. Start Java with -Xmx%dm or more, or take fewer of each category"
                                .formatted(examples, SymmetricMatrix.megabytes(examples) + ROOM_BESIDE),
                        e);
            }
        }

        /** States the risk of every case by a gate that was fitted without it and without its neighbours in the list. */
        private Calibration calibrate(Judged[] judged) {
            var figures = figures(judged);
            var right = right(judged);
            var importance = importance(judged);
            int n = cases.length;
            var gates = IntStream.range(0, PARTS)
                    .mapToObj(part -> Logistic.fit(figures, right, importance, i -> i % n % PARTS != part, SHRINKAGE))
                    .toList();
            var inside = new ArrayList<Calibration.Case>();
            var outside = new ArrayList<Calibration.Case>();
            for (int i = 0; i < judged.length; i++) {
                double risk = 1 - gates.get(i % n % PARTS).probability(figures[i]);
                (judged[i].inside() ? inside : outside)
                        .add(new Calibration.Case(risk, right[i], labels.get(judged[i].best())));
            }
            return new Calibration(inside, outside, share);
        }

        /** Texts outside count as often as they are expected, however many were given. */
        private double[] importance(Judged[] judged) {
            long inside = Arrays.stream(judged).filter(Judged::inside).count();
            long outside = judged.length - inside;
            return Arrays.stream(judged)
                    .mapToDouble(one -> outside == 0 ? 1 : one.inside() ? 1 - share : share * inside / outside)
                    .toArray();
        }

        private static double[][] figures(Judged[] judged) {
            return Arrays.stream(judged).map(Judged::figures).toArray(double[][]::new);
        }

        private static boolean[] right(Judged[] judged) {
            var right = new boolean[judged.length];
            for (int i = 0; i < right.length; i++) {
                right[i] = judged[i].right();
            }
            return right;
        }
    }

    private record Taught(String text, int label, boolean judged) {}

    /** A text that was scored unseen: its figures, the best label, whether it is about a known label, and about the best one. */
    private record Judged(double[] figures, int best, boolean inside, boolean right) {}
}
