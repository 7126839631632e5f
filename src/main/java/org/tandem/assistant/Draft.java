package org.tandem.assistant;

import java.util.List;

/**
 * An answer made of approved text, with where it comes from.
 *
 * @param topicId the topic of it, or of its first part
 */
public record Draft(String text, String topicId, List<SourceLink> sources) {

    public Draft {
        sources = List.copyOf(sources);
    }

    /** Without what is said about the customer, so that it can be logged. */
    @Override
    public String toString() {
        return "Draft[topicId=%s]".formatted(topicId);
    }
}
