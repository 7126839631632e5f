package org.tandem.quality.learning;

/**
 * All that a promotion rests on: the cases that were kept aside, and the live inquiries on which the challenger has decided silently.
 *
 * @param heldOut both by what their examples promise
 * @param live both as they would have answered
 */
record Trial(Contest heldOut, Contest live) {

    String challenger() {
        return heldOut.challenger();
    }

    boolean isWorse(double confidence) {
        return heldOut.isWorse(confidence) || live.isWorse(confidence);
    }

    String inWords(double confidence) {
        return "On cases that were kept aside: %s On live inquiries that it decided silently: %s"
                .formatted(heldOut.inWords(confidence), live.inWords(confidence));
    }
}
