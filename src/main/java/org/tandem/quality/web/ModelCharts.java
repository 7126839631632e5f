package org.tandem.quality.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tandem.quality.numbers.RiskStep;
import org.tandem.quality.statistics.Proportion;
import org.tandem.quality.web.Chart.Row;

/** How far the risks that the newest model names can be believed. */
final class ModelCharts {

    private ModelCharts() {}

    static List<Chart> of(List<RiskStep> steps) {
        if (steps.stream().allMatch(step -> step.labelled() == 0)) {
            return List.of();
        }
        var model = steps.getFirst().modelVersion();
        return List.of(coverage(steps, model), reliability(steps, model));
    }

    private static Chart coverage(List<RiskStep> steps, String model) {
        long all = steps.stream().mapToLong(RiskStep::cases).sum();
        long covered = 0;
        long labelled = 0;
        long wrong = 0;
        var rows = new ArrayList<Row>();
        for (var step : steps) {
            covered += step.cases();
            labelled += step.labelled();
            wrong += step.wrong();
            double share = 100.0 * covered / all;
            var known = new Proportion(wrong, labelled);
            rows.add(new Row(
                    String.format(Locale.ENGLISH, "%.1f %%", share),
                    share,
                    labelled == 0
                            ? List.of()
                            : List.of(
                                    100 * known.estimate(),
                                    100 * known.interval(Cell.CONFIDENCE).upper())));
        }
        return new Chart(
                "risk-coverage",
                "Risk and coverage",
                "If the model %s answered the share of inquiries of which it is surest: how many of the known answers would be wrong."
                        .formatted(model),
                "points",
                "%",
                "Answered",
                List.of("Wrong", "Upper bound"),
                rows);
    }

    private static Chart reliability(List<RiskStep> steps, String model) {
        var rows = steps.stream()
                .filter(step -> step.labelled() > 0)
                .map(step -> new Row(
                        String.format(Locale.ENGLISH, "%.1f %%", 100 * step.meanRisk()),
                        100 * step.meanRisk(),
                        List.of(100 * step.wrongShare().estimate(), 100 * step.meanRisk())))
                .toList();
        return new Chart(
                "reliability",
                "Reliability",
                "What the model %s said the risk was, against how often the answer was wrong. On the straight line it is as good as its word."
                        .formatted(model),
                "points",
                "%",
                "Risk it named",
                List.of("Wrong", "As it said"),
                rows);
    }
}
