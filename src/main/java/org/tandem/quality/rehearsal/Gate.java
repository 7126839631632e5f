package org.tandem.quality.rehearsal;

import org.tandem.assistant.classifier.Logistic;

/**
 * What may be answered automatically.
 *
 * @param chances tells from a judgement's figures how probably its topic is right
 * @param threshold greatest risk that is answered
 */
record Gate(Logistic chances, double threshold) {

    double risk(Judgement judgement) {
        return 1 - chances.probability(judgement.figures());
    }
}
