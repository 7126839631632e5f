package org.tandem.assistant.guarantee;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Bounds the share of wrong answers among all answers from above, with a confidence. Where texts outside are expected, the
 * errors inside, the answers to texts outside and the answers to texts inside are bounded each with its part of the
 * allowance (Bonferroni). The texts of one sample count as drawn independently of each other. Texts whose labels were left out come in
 * bundles, one a label, so the bound on answers to them is an estimate.
 *
 * @param inside how many texts inside were judged
 * @param outside how many texts outside were judged
 * @param share which share of all traffic is outside; 0 to look at texts inside alone
 * @param allowance probability that the bound may be wrong with
 * @param forErrors which part of the allowance goes to the errors inside
 */
record RiskBound(int inside, int outside, double share, double allowance, double forErrors) {

    private static final double FOR_COVERAGE = 0.05;
    private static final int PARTS = 10;

    /**
     * Divides the allowance so that the bound is lowest for a good outcome: three quarters answered, a third of the tolerated
     * errors, no answer outside. It depends on the numbers of texts, not on how they were judged, so the promise holds.
     *
     * @param answerable how many of the texts inside can be answered at most
     */
    static RiskBound of(Calibration calibration, int answerable, double tolerance, double allowance) {
        return of(
                calibration.insideOfAll(),
                calibration.outsideOfAll(),
                calibration.outsideShare(),
                answerable,
                tolerance,
                allowance);
    }

    static RiskBound of(int inside, int outside, double share, int answerable, double tolerance, double allowance) {
        return IntStream.range(1, PARTS)
                .mapToObj(part -> new RiskBound(inside, outside, share, allowance, (1 - FOR_COVERAGE) * part / PARTS))
                .min(Comparator.comparingDouble(bound -> bound.ofGoodOutcome(answerable, tolerance)))
                .orElseThrow();
    }

    double ofGoodOutcome(int answerable, double tolerance) {
        int good = Math.max(1, answerable * 3 / 4);
        return upper(good, (int) (good * tolerance / 3), 0);
    }

    /** With a part of the allowance, divided alike: what passes with a part passes with all of it, too. */
    RiskBound at(double part) {
        return new RiskBound(inside, outside, share, part * allowance, forErrors);
    }

    RiskBound withMoreInside(int more) {
        return new RiskBound(inside + more, outside, share, allowance, forErrors);
    }

    /** For how many times as many inquiries one text outside stands as one inside. */
    double weightOfOneOutside() {
        return outside == 0 ? 0 : share / outside / ((1 - share) / inside);
    }

    /** Upper bound of the risk when so many texts were answered, so many of them wrongly, and so many outside. */
    double upper(int answered, int wrong, int answeredOutside) {
        if (share == 0) {
            return ClopperPearson.upper(answered, wrong, allowance);
        }
        double errors = ClopperPearson.upper(answered, wrong, allowance * forErrors);
        double strangers =
                share * ClopperPearson.upper(outside, answeredOutside, allowance * (1 - FOR_COVERAGE - forErrors));
        double coverage = (1 - share) * ClopperPearson.lower(inside, answered, allowance * FOR_COVERAGE);
        return (coverage * errors + strangers) / (coverage + strangers);
    }
}
