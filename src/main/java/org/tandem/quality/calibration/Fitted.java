package org.tandem.quality.calibration;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tandem.assistant.classifier.Logistic;

/**
 * The risk, fitted to labelled cases.
 *
 * @param chances fitted to all
 * @param cases by their risks, the surest first
 */
record Fitted(Logistic chances, List<Case> cases) {

    private static final int PARTS = 4;
    private static final double SHRINKAGE = 1;
    private static final int LEAST_RIGHT_AND_WRONG = 5;

    /** @param risk as stated by a fit without it */
    record Case(double risk, boolean right, double weight) {}

    /** @param seen at least one case */
    static Fitted of(List<LabelledCase> seen) {
        return to(seen).orElseGet(() -> byFirstFigure(seen));
    }

    /** In the order of the first figure, the model's own risk, which says nothing of how great it is. */
    private static Fitted byFirstFigure(List<LabelledCase> seen) {
        var weights = new double[seen.getFirst().figures().length + 1];
        weights[0] = -1;
        var chances = Logistic.of(weights);
        return new Fitted(
                chances,
                seen.stream()
                        .map(one -> new Case(1 - chances.probability(one.figures()), one.right(), one.weight()))
                        .sorted(Comparator.comparingDouble(Case::risk))
                        .toList());
    }

    /** Nothing, with too few right or wrong ones to tell them apart. */
    private static Optional<Fitted> to(List<LabelledCase> seen) {
        long rightOnes = seen.stream().filter(LabelledCase::right).count();
        if (Math.min(rightOnes, seen.size() - rightOnes) < LEAST_RIGHT_AND_WRONG) {
            return Optional.empty();
        }
        double[][] figures = seen.stream().map(LabelledCase::figures).toArray(double[][]::new);
        var right = new boolean[figures.length];
        var equally = new double[figures.length]; // few heavy cases would rule the fit
        for (int i = 0; i < figures.length; i++) {
            right[i] = seen.get(i).right();
            equally[i] = 1;
        }
        var fits = IntStream.range(0, PARTS)
                .mapToObj(part -> Logistic.fit(figures, right, equally, i -> i % PARTS != part, SHRINKAGE))
                .toList();
        var cases = IntStream.range(0, figures.length)
                .mapToObj(i -> new Case(
                        1 - fits.get(i % PARTS).probability(figures[i]),
                        right[i],
                        seen.get(i).weight()))
                .sorted(Comparator.comparingDouble(Case::risk))
                .toList();
        return Optional.of(new Fitted(Logistic.fit(figures, right, equally, i -> true, SHRINKAGE), cases));
    }
}
