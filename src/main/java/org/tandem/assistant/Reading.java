package org.tandem.assistant;

import org.jspecify.annotations.Nullable;
import org.tandem.assistant.knowledge.Topic;

/**
 * What a model reads out of a question, before there is an answer.
 *
 * @param asked what the customer wrote, without personal data
 * @param topic whose approved answer fits best, or null when none does
 * @param risk calibrated probability that the topic is wrong
 * @param guaranteedRisk smallest tolerance that is kept if it is answered, see {@link Attempt.Drafted}; 1 when none is
 */
record Reading(
        String asked,
        Understanding understanding,
        @Nullable Topic topic,
        double risk,
        double guaranteedRisk,
        String modelVersion) {}
