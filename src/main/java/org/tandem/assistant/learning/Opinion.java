package org.tandem.assistant.learning;

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
        return evidence.getOrDefault(Evidence.NEAREST_SCORE, -1.0);
    }

    public Opinion certainlyWrong() {
        return new Opinion(candidates, 1, outside, evidence);
    }

    public Candidate best() {
        return candidates.getFirst();
    }
}
