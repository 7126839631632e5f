package org.tandem.assistant.classifier;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a classifier thinks of a text.
 *
 * @param candidates all labels, most probable first
 * @param risk calibrated probability that the first candidate is wrong, be it that another is right or none
 * @param outside probability that the text is about nothing the classifier knows, as far as it was shown such texts
 * @param evidence the figures the risk was derived from
 */
public record Opinion(List<Candidate> candidates, double risk, double outside, Map<String, Double> evidence) {

    /** How alike the text and the nearest example of the best label are in meaning, from -1 to 1. */
    public double likenessToBest() {
        return evidence.getOrDefault(Figures.NEAREST_SCORE, -1.0);
    }

    /** Certainly wrong for a reason that is added to the evidence. */
    public Opinion certainlyWrong(String why, double figure) {
        var more = new HashMap<>(evidence);
        more.put(why, figure);
        return new Opinion(candidates, 1, outside, more);
    }

    public Opinion certainlyWrong() {
        return new Opinion(candidates, 1, outside, evidence);
    }

    public Candidate best() {
        return candidates.getFirst();
    }
}
