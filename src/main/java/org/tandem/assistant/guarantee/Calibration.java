package org.tandem.assistant.guarantee;

import java.util.List;
import java.util.function.Predicate;

/**
 * How the classifier would have judged texts it had not seen: each case with the risk it would have stated (by a gate that
 * did not see it either) and whether its best candidate was right. Thresholds are chosen on these.
 *
 * @param inside texts about known labels
 * @param outside texts about none, or about labels that were left out
 * @param share which share of all traffic is expected to be outside
 * @param insideOfAll how many inside texts were judged in all, those included that are not in the list
 * @param outsideOfAll the same for texts outside
 */
public record Calibration(List<Case> inside, List<Case> outside, double share, int insideOfAll, int outsideOfAll) {

    /** @param label the best candidate */
    public record Case(double risk, boolean right, String label) {}

    public Calibration {
        inside = List.copyOf(inside);
        outside = List.copyOf(outside);
    }

    public Calibration(List<Case> inside, List<Case> outside, double share) {
        this(inside, outside, share, inside.size(), outside.size());
    }

    /** The cases whose best candidate is one of these: what the classifier would answer with them. */
    public Calibration answeredWith(Predicate<String> labels) {
        return new Calibration(
                inside.stream().filter(one -> labels.test(one.label())).toList(),
                outside.stream().filter(one -> labels.test(one.label())).toList(),
                share,
                insideOfAll,
                outsideOfAll);
    }

    public double accuracy() {
        return inside.stream().filter(Case::right).count() / (double) inside.size();
    }

    /** Whether texts outside are expected at all. */
    boolean expectsOutside() {
        return share > 0 && outsideOfAll > 0;
    }

    /** The share that was expected, 0 without a text to judge it by. */
    double outsideShare() {
        return expectsOutside() ? share : 0;
    }
}
