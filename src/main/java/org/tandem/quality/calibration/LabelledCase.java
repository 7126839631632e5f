package org.tandem.quality.calibration;

/**
 * A decision that a person has labelled, as far as calibration looks at it.
 *
 * @param figures what the risk is told by, see {@link Figures}
 * @param right whether the model's topic is the person's
 * @param weight for how many decisions it stands: one over the probability with which it was to be seen by a person
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record LabelledCase(double[] figures, boolean right, double weight) {}
