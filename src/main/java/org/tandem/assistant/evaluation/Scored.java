package org.tandem.assistant.evaluation;

/**
 * A test inquiry and what the classifier made of it.
 *
 * @param actual its category; of no meaning when it is outside
 * @param inside whether it is about a category that was trained
 * @param nanos time for embedding and classification
 */
record Scored(String text, String actual, String predicted, double risk, boolean inside, long nanos) {

    boolean right() {
        return inside && predicted.equals(actual);
    }
}
