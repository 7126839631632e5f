package org.tandem.quality.numbers;

import org.tandem.quality.statistics.Proportion;

/**
 * Decisions of one model whose risks were near each other.
 *
 * @param risks sum of the risks that it named
 * @param labelled of how many it is known whether the answer was right
 * @param labelledRisks sum of their risks
 * @param wrong how many of those were wrong
 */
public record RiskStep(String modelVersion, long cases, double risks, long labelled, double labelledRisks, long wrong) {

    /** What it said of those that are known, in [0, 1]. */
    public double meanRisk() {
        return labelledRisks / labelled;
    }

    public Proportion wrongShare() {
        return new Proportion(wrong, labelled);
    }
}
