package org.tandem.assistant.learning;

/**
 * Bounds the share of wrong answers among all answers from above, with a confidence. Where texts outside are expected, the
 * errors inside, the answers to texts outside and the answers to texts inside are bounded each with its part of the
 * allowance, because the three samples have nothing to do with each other (Bonferroni).
 *
 * @param inside how many texts inside were judged
 * @param outside how many texts outside were judged
 * @param share which share of all traffic is outside; 0 to look at texts inside alone
 */
record RiskBound(int inside, int outside, double share, double confidence) {

    private static final double FOR_ERRORS = 0.5;
    private static final double FOR_OUTSIDE = 0.4;
    private static final double FOR_COVERAGE = 0.1;

    static RiskBound of(Calibration calibration, double confidence) {
        return new RiskBound(
                calibration.insideOfAll(),
                calibration.outsideOfAll(),
                calibration.expectsOutside() ? calibration.share() : 0,
                confidence);
    }

    /** Upper bound of the risk when so many texts were answered, so many of them wrongly, and so many outside. */
    double upper(int answered, int wrong, int answeredOutside) {
        double allowance = 1 - confidence;
        if (share == 0) {
            return ClopperPearson.upper(answered, wrong, allowance);
        }
        double errors = ClopperPearson.upper(answered, wrong, allowance * FOR_ERRORS);
        double strangers = share * ClopperPearson.upper(outside, answeredOutside, allowance * FOR_OUTSIDE);
        double coverage = (1 - share) * ClopperPearson.lower(inside, answered, allowance * FOR_COVERAGE);
        return (coverage * errors + strangers) / (coverage + strangers);
    }
}
