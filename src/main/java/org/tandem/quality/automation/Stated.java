package org.tandem.quality.automation;

import org.tandem.quality.calibration.TopicWatch;

/**
 * How risky the calibration in use holds an answer.
 *
 * @param risk probability, 0 to 1, that it is wrong
 * @param inParts the same in parts of the greatest risk that is answered: up to 1 it could be
 */
public record Stated(double risk, double inParts) {

    /** Whether it tells of its topic whether it turned out right. */
    boolean tells() {
        return TopicWatch.looksAt(inParts);
    }
}
