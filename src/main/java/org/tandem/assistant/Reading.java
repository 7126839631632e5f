package org.tandem.assistant;

import java.util.List;
import org.tandem.assistant.knowledge.Topic;

/**
 * What a model reads out of a question, before there is an answer.
 *
 * @param asked what the customer wrote, without personal data
 * @param topics whose approved answers make the answer: the best, both when two requests were made, or none
 * @param risk calibrated probability that the topic is wrong; 1 when several things are asked, as one answer to one request is what
 *     was calibrated
 * @param guaranteedRisk smallest tolerance that is kept if it is answered, see {@link Attempt.Drafted}; 1 when none is
 */
record Reading(
        String asked,
        Understanding understanding,
        List<Topic> topics,
        double risk,
        double guaranteedRisk,
        String modelVersion) {}
