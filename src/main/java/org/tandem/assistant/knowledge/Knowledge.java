package org.tandem.assistant.knowledge;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * All that the assistant knows: topics with approved answers, signals to listen for, and examples of what it is not asked for.
 *
 * @param fingerprint changes with every change of the files, and when a topic begins or ends to be valid
 */
public record Knowledge(List<Topic> topics, Map<String, Signal> signals, List<String> outside, String fingerprint) {

    /**
     * Something to listen for in what a customer writes.
     *
     * @param phrases by which it is heard whatever else is said
     */
    public record Signal(List<String> examples, List<String> counterExamples, Phrases phrases) {}

    /**
     * Reads a folder or class path location; topics that are not valid today are left out.
     *
     * @throws KnowledgeMistake with all that is wrong
     */
    public static Knowledge read(String location, LocalDate today) {
        var reader = new KnowledgeReader(location);
        if (!reader.mistakes().isEmpty()) {
            throw new KnowledgeMistake(reader.mistakes());
        }
        return reader.knowledge(today);
    }
}
