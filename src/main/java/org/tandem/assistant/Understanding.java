package org.tandem.assistant;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the assistant made of the conversation.
 *
 * @param topics likely topics, best first, at most five
 * @param requests what the customer asks for, each by its topic; more than one when several things are asked at once
 * @param signals what was heard, such as {@code distress}, by the names of the knowledge's signals
 * @param evidence figures behind all that
 */
public record Understanding(
        String language,
        boolean languageSupported,
        List<TopicScore> topics,
        List<TopicScore> requests,
        Set<String> signals,
        Map<String, Double> evidence) {

    /** A key of the evidence: how probably the text is about no topic. */
    public static final String OUTSIDE = "outside";

    static final String SEVERAL_REQUESTS = "several-requests";

    private static final String DISTRESS = "distress";
    private static final String ASKS_FOR_PERSON = "asks-for-person";

    /** Whoever writes so needs a person, whatever the topic. */
    private static final Set<String> SENSITIVE = Set.of("legal-threat", "complaint", "fraud", "vulnerability");

    /** All that is listened for. */
    public static final Set<String> SIGNALS = Stream.concat(
                    Stream.of(DISTRESS, ASKS_FOR_PERSON, SEVERAL_REQUESTS), SENSITIVE.stream())
            .collect(Collectors.toUnmodifiableSet());

    private static final String UNKNOWN = "unknown";

    public Understanding {
        topics = List.copyOf(topics);
        requests = List.copyOf(requests);
        signals = Set.copyOf(signals);
        evidence = Map.copyOf(evidence);
    }

    public boolean distress() {
        return signals.contains(DISTRESS);
    }

    public boolean asksForPerson() {
        return signals.contains(ASKS_FOR_PERSON);
    }

    public boolean severalRequests() {
        return requests.size() > 1 || signals.contains(SEVERAL_REQUESTS);
    }

    /** The class of the best topic, but sensitive when something sensitive was heard beside it. */
    public String topicClass() {
        var topicClass =
                topics.isEmpty() ? UNKNOWN : topics.getFirst().topicClass().label();
        return signals.stream().anyMatch(SENSITIVE::contains) && !topicClass.equals(TopicClass.PERSON_ONLY.label())
                ? TopicClass.SENSITIVE.label()
                : topicClass;
    }
}
