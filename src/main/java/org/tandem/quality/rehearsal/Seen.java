package org.tandem.quality.rehearsal;

import org.tandem.quality.calibration.LabelledCase;

/**
 * An inquiry that a person has labelled, with the judgement that was made before.
 *
 * @param right whether the model's topic is the person's
 * @param weight for how many inquiries it stands: one over the probability with which it was to be seen by a person
 */
record Seen(Incoming inquiry, Judgement judgement, boolean right, double weight) {

    LabelledCase labelled() {
        return new LabelledCase(judgement.figures(), right, weight);
    }
}
