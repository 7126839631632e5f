package org.tandem.assistant;

import java.util.List;
import org.tandem.assistant.knowledge.ApprovedText;
import org.tandem.assistant.knowledge.Topic;
import org.tandem.assistant.letter.Letter;

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
        String modelVersion) {

    /** The attempt that it leads to if every fact about the customer's account is known; blanks stay where they go. */
    Attempt supposed() {
        if (topics.isEmpty()) {
            return new Attempt.Unsure(understanding, whyNoTopic(), null, modelVersion);
        }
        var approved = ApprovedText.of(topics.stream().map(Topic::answer).toList());
        return new Attempt.Drafted(
                understanding,
                new Draft(approved.text(), topics.getFirst().id(), List.of()),
                risk,
                guaranteedRisk,
                modelVersion);
    }

    /** A sentence for the person who takes over where no topic makes an answer. */
    String whyNoTopic() {
        if (isWithout(Letter.Aside.AUTOMATIC) && understanding.topics().isEmpty()) {
            return "The message is an automatic one, such as an out-of-office reply. Nobody asks anything in it.";
        }
        if (isWithout(Letter.Aside.QUOTATION) && understanding.topics().isEmpty()) {
            return "The message holds nothing but a quotation of earlier mail.";
        }
        return understanding.topics().isEmpty()
                ? "The message has no words that the assistant understands."
                : "No topic fits what the customer wrote.";
    }

    private boolean isWithout(Letter.Aside aside) {
        return understanding.evidence().containsKey(aside.evidence());
    }
}
