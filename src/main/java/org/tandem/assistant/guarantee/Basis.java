package org.tandem.assistant.guarantee;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a promise about wrong answers rests on, and what it takes to make it about a company's own customers.
 *
 * @param inside texts about known labels that the promise was made from
 * @param outside texts about none that it was made from, or about labels that were left out
 * @param outsideShare which share of all inquiries is taken to be outside
 * @param casesOfShare how many handled cases that share rests on; 0 where it is assumed
 */
public record Basis(int inside, int outside, double outsideShare, int casesOfShare, double confidence) {

    private static final List<Double> TOLERANCES = List.of(.15, .1, .05, .02);
    private static final int MOST = 1_000_000;

    /** With a share that is assumed. */
    public Basis(int inside, int outside, double outsideShare, double confidence) {
        this(inside, outside, outsideShare, 0, confidence);
    }

    public static Basis of(Calibration calibration, int casesOfShare, double confidence) {
        return new Basis(
                calibration.insideOfAll(),
                calibration.outsideOfAll(),
                calibration.outsideShare(),
                casesOfShare,
                confidence);
    }

    /**
     * @param texts what it was made from, such as "examples of the knowledge"
     * @param setting where the assumed share can be set
     */
    public String inWords(String texts, String setting) {
        var share = casesOfShare == 0
                ? "the assumption that %s of all inquiries are about something else (%s"
                        .formatted(Percent.of(outsideShare), setting)
                : "at most %s of all inquiries being about something else (as %d handled cases tell"
                        .formatted(Percent.of(outsideShare), casesOfShare);
        return "The promise rests on %d %s alone, each judged as if it had not been learned, and on %s; %d texts stand for them)"
                .formatted(inside, texts, share, outside);
    }

    /** How many labelled inquiries for which tolerance. */
    public String missingInWords() {
        return TOLERANCES.stream()
                .map(tolerance -> "%d for a tolerance of %s".formatted(needed(tolerance), Percent.of(tolerance)))
                .collect(Collectors.joining(
                        ", ",
                        "What is missing are labelled inquiries of your own customers, drawn from all that they write: about ",
                        ""));
    }

    /**
     * About how many labelled inquiries it takes, drawn from all that customers write, if three quarters of those about known labels
     * are answered, a third of the tolerated share of them wrongly, and none outside.
     */
    public int needed(double tolerance) {
        int failing = 0;
        int passing = MOST;
        while (passing - failing > 1) {
            int middle = (failing + passing) / 2;
            if (isEnough(middle, tolerance)) {
                passing = middle;
            } else {
                failing = middle;
            }
        }
        return passing;
    }

    private boolean isEnough(int inquiries, double tolerance) {
        int strangers = (int) (inquiries * outsideShare);
        int own = inquiries - strangers;
        return RiskBound.of(own, strangers, outsideShare, own, tolerance, 1 - confidence)
                        .ofGoodOutcome(own, tolerance)
                <= tolerance;
    }
}
