package org.tandem.quality.learning;

/** Something that cannot be done now; the message says why in a sentence for people. */
public class LearningRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LearningRefused(String why) {
        super(why);
    }
}
