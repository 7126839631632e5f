package org.tandem.assistant;

/** A model cannot be learned or used now; the message says why in a sentence for people. */
public class ModelRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ModelRefused(String why) {
        super(why);
    }
}
