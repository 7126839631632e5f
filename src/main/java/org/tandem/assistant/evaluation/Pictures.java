package org.tandem.assistant.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Draws the curves of an evaluation. */
final class Pictures {

    private static final int MOST_POINTS = 500;
    private static final String BLUE = "#1f77b4";
    private static final String RED = "#d62728";
    private static final String GREEN = "#2ca02c";
    private static final String GREY = "#888";

    private Pictures() {}

    static void write(Examination.Result result, double risk, Path folder) throws IOException {
        Files.writeString(folder.resolve("risk-coverage.svg"), riskCoverage(result, risk));
        Files.writeString(folder.resolve("reliability.svg"), reliability(result.bins()));
    }

    private static String riskCoverage(Examination.Result result, double risk) {
        var curve = result.curve();
        double top = Math.max(2 * risk, curve.getLast().risk());
        var picture = new Picture("Risk and coverage", "answered by the AI", 1, "wrong among the answers", top);
        picture.line(List.of(new double[] {0, risk}, new double[] {1, risk}), GREY, true);
        int step = Math.max(1, curve.size() / MOST_POINTS);
        picture.line(
                IntStream.range(0, curve.size())
                        .filter(i -> i % step == 0 || i == curve.size() - 1)
                        .mapToObj(i -> new double[] {
                            curve.get(i).coverage(), curve.get(i).risk()
                        })
                        .toList(),
                BLUE,
                false);
        mark(picture, result.report().naive(), RED, "naive");
        mark(picture, result.report().guaranteed(), GREEN, "guaranteed");
        return picture.svg();
    }

    private static void mark(Picture picture, Report.OperatingPoint point, String colour, String label) {
        if (point.precision() != null) {
            picture.mark(point.coverage(), 1 - point.precision(), colour, label);
        }
    }

    private static String reliability(List<Measures.Bin> bins) {
        var picture = new Picture("Reliability", "stated probability of being right", 1, "share that was right", 1);
        picture.line(List.of(new double[] {0, 0}, new double[] {1, 1}), GREY, true);
        picture.line(
                bins.stream()
                        .map(bin -> new double[] {bin.stated(), bin.right()})
                        .toList(),
                BLUE,
                false);
        bins.forEach(bin -> picture.mark(bin.stated(), bin.right(), BLUE, ""));
        return picture.svg();
    }
}
