package org.tandem.assistant.learning;

import java.util.List;

/**
 * How the classifier would have judged texts it had not seen: each case with the risk it would have stated (by a gate that
 * did not see it either) and whether its best candidate was right. Thresholds are chosen on these.
 *
 * @param inside texts about known labels
 * @param outside texts about none, or about labels that were left out
 * @param share which share of all traffic is expected to be outside
 */
public record Calibration(List<Case> inside, List<Case> outside, double share) {

    public record Case(double risk, boolean right) {}

    public Calibration {
        inside = List.copyOf(inside);
        outside = List.copyOf(outside);
    }

    public double accuracy() {
        return inside.stream().filter(Case::right).count() / (double) inside.size();
    }
}
