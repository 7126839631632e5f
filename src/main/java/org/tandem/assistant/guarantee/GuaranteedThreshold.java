package org.tandem.assistant.guarantee;

/**
 * The loosest limit on the risk score under which the share of wrong answers stays within a tolerance, with a confidence:
 * Learn-then-Test with fixed-sequence testing (Angelopoulos et al. 2021) over a grid that depends on the order of the scores
 * alone, from strict to loose, until the first failure. The promise is about inquiries drawn like the examples.
 */
public sealed interface GuaranteedThreshold {

    boolean admits(double risk);

    /** Answers up to this score may go out. */
    record Open(double threshold) implements GuaranteedThreshold {
        @Override
        public boolean admits(double risk) {
            return risk <= threshold;
        }
    }

    /** Nothing may go out: the examples prove too little, or the errors among the surest are too many. */
    record Shut(String why) implements GuaranteedThreshold {
        @Override
        public boolean admits(double risk) {
            return false;
        }
    }

    /**
     * @param tolerance greatest accepted share of wrong answers, in (0, 1)
     * @param confidence probability that the promise holds over all samples of examples, in (0, 1)
     */
    static GuaranteedThreshold of(Calibration calibration, double tolerance, double confidence) {
        return new FixedSequence(calibration, tolerance, confidence).loosest();
    }
}
