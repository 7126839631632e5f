package org.tandem.assistant.classifier;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.tandem.assistant.guarantee.Calibration;

/**
 * Shows what each part of the classifier brings: scores the inquiries of a CSV file unseen, with one part silenced at a time.
 * Run with {@code exec:exec "-Dbenchmark=org.tandem.assistant.classifier.Ablation FILE.csv"}.
 */
public final class Ablation {

    private static final List<String> HEADS = List.of(
            "kernel ridge",
            "neighbours in meaning",
            "neighbours in wording",
            "mean wording",
            "nearest meaning",
            "mean meaning");
    private static final int PARTS = 5;

    private final int[] labels;
    private final int known;
    private final View[] views;
    private final Workers workers = new Workers(Runtime.getRuntime().availableProcessors(), Progress.SILENT);

    private Ablation(List<Labelled> examples, Embedder embedder) {
        var names =
                List.copyOf(new TreeSet<>(examples.stream().map(Labelled::label).toList()));
        known = names.size();
        labels = examples.stream()
                .mapToInt(example -> names.indexOf(example.label()))
                .toArray();
        int n = labels.length;
        var embeddings = new float[n][];
        workers.forEach(
                "", n, i -> embeddings[i] = embedder.embed(examples.get(i).text()));
        var terms = examples.stream().map(example -> Terms.of(example.text())).toList();
        var meaning = Meaning.of(embeddings);
        var wording = Wording.of(terms);
        var heads = new Heads(labels, known, known, wording.squares(labels), meaning.squares(labels));
        var kernels = new SymmetricMatrix(n);
        var byDimension = meaning.asMatrix();
        views = new View[n];
        try (var algebra = new LinearAlgebra(workers.threads())) {
            var similarities = algebra.product(byDimension, true, byDimension, false);
            workers.forEach("", n, i -> {
                var byMeaning = similarities.row(i);
                var byWording = wording.similarities(terms.get(i));
                kernels.setRow(i, KernelRidge.kernel(byMeaning, byWording));
                views[i] = heads.view(byMeaning, byWording, LeftOut.example(i));
            });
            var fit = KernelRidge.fit(kernels, labels, known, algebra, false);
            for (int i = 0; i < n; i++) {
                views[i].withRidge(fit.withoutExample()[i]);
            }
        }
    }

    public static void main(String[] args) {
        var examples = new ArrayList<>(LabelledCsv.read(Path.of(args[0])));
        examples.sort(Comparator.comparing(Labelled::label));
        try (var embedder = new BgeEmbedder()) {
            var ablation = new Ablation(examples, embedder);
            System.out.println("silenced                       accuracy  AURC    coverage at 98 %");
            ablation.print("nothing", head -> true, figure -> true);
            for (int head = 0; head < HEADS.size(); head++) {
                int silent = head;
                ablation.print(HEADS.get(head), other -> other != silent, figure -> true);
            }
            for (int head = 0; head < HEADS.size(); head++) {
                int only = head;
                ablation.print("all but " + HEADS.get(head), other -> other == only, figure -> true);
            }
            ablation.print("all figures but the probability", head -> true, figure -> figure == 0);
            ablation.print(
                    "the likeness to examples",
                    head -> true,
                    figure -> !Figures.NAMES.get(figure).contains("like"));
        }
        System.exit(0);
    }

    /** The blend starts from the ridge regression's opinion, so that the first one that is heard takes its place. */
    private float[] silence(View view, int head, IntPredicate heads) {
        return head == Heads.RIDGE
                ? view.votes()[
                        IntStream.range(1, Heads.COUNT)
                                .filter(heads)
                                .findFirst()
                                .orElseThrow()]
                : new float[known];
    }

    private void print(String silenced, IntPredicate heads, IntPredicate figures) {
        var heard = Arrays.stream(views)
                .map(view -> new View(
                        IntStream.range(0, Heads.COUNT)
                                .mapToObj(head -> heads.test(head) ? view.votes()[head] : silence(view, head, heads))
                                .toArray(float[][]::new),
                        view.likeness()))
                .toArray(View[]::new);
        var blend = Blend.fit(heard, labels);
        int n = labels.length;
        var evidence = new double[n][];
        var right = new boolean[n];
        workers.forEach("", n, i -> {
            var probabilities = blend.probabilities(heard[i].votes());
            var all = Figures.of(heard[i], probabilities, known);
            evidence[i] = IntStream.range(0, all.length)
                    .filter(figures)
                    .mapToDouble(figure -> all[figure])
                    .toArray();
            right[i] = Figures.best(probabilities, known) == labels[i];
        });
        var importance = new double[n];
        Arrays.fill(importance, 1);
        var cases = new ArrayList<Calibration.Case>();
        for (int part = 0; part < PARTS; part++) {
            int judged = part;
            var gate = Logistic.fit(evidence, right, importance, i -> i % PARTS != judged, 1);
            IntStream.range(0, n)
                    .filter(i -> i % PARTS == judged)
                    .forEach(i -> cases.add(new Calibration.Case(1 - gate.probability(evidence[i]), right[i], "")));
        }
        cases.sort(Comparator.comparingDouble(Calibration.Case::risk));
        int wrong = 0;
        double area = 0;
        double coverage = 0;
        for (int answered = 1; answered <= n; answered++) {
            wrong += cases.get(answered - 1).right() ? 0 : 1;
            area += wrong / (double) answered / n;
            coverage = wrong <= 0.02 * answered ? answered / (double) n : coverage;
        }
        System.out.printf(Locale.ROOT, "%-30s  %.4f    %.4f  %.4f%n", silenced, 1 - wrong / (double) n, area, coverage);
    }
}
