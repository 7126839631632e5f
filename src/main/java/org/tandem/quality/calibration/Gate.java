package org.tandem.quality.calibration;

import org.tandem.assistant.classifier.Logistic;

/**
 * What may be answered automatically.
 *
 * @param chances tells from a judgement's figures how probably its topic is right
 * @param threshold greatest risk that is answered
 */
public record Gate(Logistic chances, double threshold) {

    public double risk(double[] figures) {
        return 1 - chances.probability(figures);
    }
}
