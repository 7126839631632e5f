package org.tandem.assistant;

import java.util.List;
import java.util.Map;

/**
 * An answer made of approved text, with where it comes from.
 *
 * @param topicId the topic of it, or of its first part
 * @param facts what is known of the customer's account, by name, as far as the topic asks for it
 */
public record Draft(String text, String topicId, List<SourceLink> sources, Map<String, String> facts) {

    public Draft {
        sources = List.copyOf(sources);
        facts = Map.copyOf(facts);
    }

    /** Without facts about the customer, so that it can be logged. */
    @Override
    public String toString() {
        return "Draft[topicId=%s]".formatted(topicId);
    }
}
