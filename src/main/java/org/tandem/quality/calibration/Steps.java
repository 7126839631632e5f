package org.tandem.quality.calibration;

/**
 * How far the next step of a gate may go. Opening has to be as sure as was asked for. Once open, audits tell what comes of it, so the next
 * step may be a bolder one; where too many answers were wrong already, the next ones have to be better.
 *
 * @param tolerance greatest accepted share of wrong answers, in (0, 1)
 * @param confidence with which no more are to be wrong, in (0, 1)
 */
public record Steps(double tolerance, double confidence) {

    private static final double BOLDER = 0.2;
    private static final double ALMOST = 0.8;

    private static final int FEWEST_NEW = 50;
    private static final double SHARE_OF_NEW = 0.1;

    /** One wrong answer among the first few tells little. */
    private static final int ENOUGH_ANSWERS = 1_000;

    /**
     * What came of a gate.
     *
     * @param answers how many went out
     * @param wrong how many of them were wrong, as the audits tell it
     */
    public record Outcome(long answers, double wrong) {

        double wrongShare() {
            return wrong / Math.max(answers, ENOUGH_ANSWERS);
        }
    }

    /** Whether it is time for the next step. Looking at every new case would find something by chance sooner or later. */
    public static boolean isEnoughNew(int cases, int casesAtLastStep) {
        return Math.abs(cases - casesAtLastStep) >= Math.max(FEWEST_NEW, SHARE_OF_NEW * casesAtLastStep);
    }

    /** Probability, in (0, 1), that the next promise is not kept. */
    public double allowance(boolean isOpen, Outcome outcome) {
        return isOpen && outcome.wrongShare() <= tolerance / 2 ? BOLDER : 1 - confidence;
    }

    /** By what the tolerance of the next step is multiplied, in (0, 1]. */
    public double strictness(Outcome outcome) {
        return outcome.wrongShare() <= ALMOST * tolerance ? 1 : 0.5;
    }
}
