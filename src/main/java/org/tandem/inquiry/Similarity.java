package org.tandem.inquiry;

/**
 * How much two inquiries of a customer are about the same. A topic that a person chose counts more than what the AI thought, and without
 * a topic nothing is similar.
 */
public enum Similarity {
    /** Both have the same topic. */
    SAME_TOPIC,
    /** The topic of one is among those that the classifier took to be likely (probability at least 0.1) for the other. */
    SIMILAR_TOPIC,
    /** Neither, as far as is known. */
    OTHER_TOPIC
}
