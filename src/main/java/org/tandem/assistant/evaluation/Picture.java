package org.tandem.assistant.evaluation;

import java.util.List;
import java.util.Locale;

/** A small line chart as SVG. Both axes are shares; the upper end of each is given. */
public final class Picture {

    private static final int SIZE = 400;
    private static final int MARGIN = 60;
    private static final int TICKS = 5;

    /** Width and height. */
    public static final int SIDE = SIZE + 2 * MARGIN;

    private final StringBuilder body = new StringBuilder();
    private final double right;
    private final double top;

    public Picture(String title, String x, double right, String y, double top) {
        this.right = right;
        this.top = top;
        text(MARGIN + SIZE / 2, 30, "middle", title);
        text(MARGIN + SIZE / 2, SIZE + 2 * MARGIN - 12, "middle", x);
        body.append("<text transform=\"translate(16 %d) rotate(-90)\" text-anchor=\"middle\">%s</text>%n"
                .formatted(MARGIN + SIZE / 2, y));
        for (int tick = 0; tick <= TICKS; tick++) {
            double share = tick / (double) TICKS;
            grid(share * right, 0, share * right, top);
            grid(0, share * top, right, share * top);
            text(x(share * right), MARGIN + SIZE + 18, "middle", percent(share * right));
            text(MARGIN - 6, y(share * top) + 4, "end", percent(share * top));
        }
    }

    private void grid(double fromX, double fromY, double toX, double toY) {
        line(List.of(new double[] {fromX, fromY}, new double[] {toX, toY}), "#ddd", false);
    }

    /** Points outside the picture are left out. */
    public void line(List<double[]> points, String colour, boolean dashed) {
        var path = new StringBuilder();
        for (var point : points) {
            if (point[0] <= right && point[1] <= top) {
                path.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(point[0]), y(point[1])));
            }
        }
        body.append("<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\"%s/>%n"
                .formatted(path.toString().strip(), colour, dashed ? " stroke-dasharray=\"4 4\"" : ""));
    }

    public void mark(double x, double y, String colour, String label) {
        if (x <= right && y <= top) {
            body.append(String.format(
                    Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"%s\"/>%n", x(x), y(y), colour));
            text(x(x) - 8, y(y) - 8, "end", label);
        }
    }

    private void text(double x, double y, String anchor, String text) {
        body.append(String.format(
                Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, text));
    }

    private double x(double share) {
        return MARGIN + share / right * SIZE;
    }

    private double y(double share) {
        return MARGIN + SIZE - share / top * SIZE;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.3g %%", 100 * share);
    }

    public String svg() {
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12">
            <rect width="100%%" height="100%%" fill="white"/>
            %s</svg>
            """.formatted(SIDE, SIDE, body);
    }

    /** As a part of a wider picture. */
    public String svg(int x) {
        return svg().replaceFirst("<svg ", "<svg x=\"%d\" width=\"%d\" ".formatted(x, SIDE));
    }
}
