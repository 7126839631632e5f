package org.tandem.quality.rehearsal;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.tandem.assistant.evaluation.Picture;

/** Draws a rehearsal: what is answered, and what of it is wrong, over time. */
final class Drawing {

    private static final String BLUE = "#1f77b4";
    private static final String RED = "#d62728";
    private static final String GREEN = "#2ca02c";
    private static final String GREY = "#888";

    private final Outcome outcome;
    private final double tolerance;

    Drawing(Outcome outcome, double tolerance) {
        this.outcome = outcome;
        this.tolerance = tolerance;
    }

    String svg() {
        int side = Picture.SIDE;
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d">
            %s%s</svg>
            """.formatted(2 * side, side, automation().svg(0), wrong().svg(side));
    }

    private Picture automation() {
        var picture =
                new Picture("Answered automatically", "part of the stream", 1, "share of the inquiries so far", 1);
        picture.line(points(Outcome.Point::automation), BLUE, false);
        mark(picture, Stream.ofNullable(outcome.opened()).toList(), GREEN, "opened");
        mark(picture, outcome.shut().stream().map(Outcome.Moment::at).toList(), RED, "");
        mark(picture, outcome.promoted(), BLUE, "new model");
        return picture;
    }

    private Picture wrong() {
        var picture =
                new Picture("Wrong answers", "part of the stream", 1, "share of the answers so far", 4 * tolerance);
        picture.line(List.of(new double[] {0, tolerance}, new double[] {1, tolerance}), GREY, true);
        picture.line(points(Outcome.Point::wrong), RED, false);
        picture.line(points(Outcome.Point::wrongUpper), BLUE, true);
        picture.mark(1, outcome.wrong(), RED, "wrong");
        picture.mark(1, outcome.wrongUpper(), BLUE, "at most");
        return picture;
    }

    private void mark(Picture picture, List<Integer> moments, String colour, String label) {
        moments.forEach(at -> picture.mark((double) at / outcome.inquiries(), 0, colour, label));
    }

    private List<double[]> points(ToDoubleFunction<Outcome.Point> share) {
        return outcome.overTime().stream()
                .map(point -> new double[] {(double) point.at() / outcome.inquiries(), share.applyAsDouble(point)})
                .toList();
    }
}
