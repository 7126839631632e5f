package org.tandem.quality.automation;

/**
 * What a person says of a decision.
 *
 * @param weight for how many decisions it stands: one over the probability with which a person was to see it, less where several ways
 *     lead to a label; 0 if what came of it chose it
 * @param source {@code person} who answered instead, or {@code audit}
 */
public record Label(boolean right, double weight, String source) {

    static final String PERSON = "person";
    static final String AUDIT = "audit";
}
