package org.tandem.assistant;

import java.util.List;
import java.util.Map;

/** What the assistant made of the conversation: language, likely topics (best first, at most five), signals, and its evidence. */
public record Understanding(
        String language,
        boolean languageSupported,
        List<TopicScore> topics,
        boolean distress,
        boolean asksForPerson,
        boolean severalRequests,
        Map<String, Double> evidence) {

    public Understanding {
        topics = List.copyOf(topics);
        evidence = Map.copyOf(evidence);
    }
}
