package org.tandem.process;

import java.util.List;
import java.util.stream.Stream;
import org.tandem.assistant.TopicTitle;

/** What people can choose on the form when they say what an inquiry was about. Is a variable of the process. */
public record TopicChoice(String label, String value) {

    /** None of the topics. */
    static final String NONE = "none";

    private static final TopicChoice NONE_OF_THESE = new TopicChoice("None of these", NONE);

    /** Nothing when there are no topics. */
    static List<TopicChoice> among(List<TopicTitle> topics) {
        return topics.isEmpty()
                ? List.of()
                : Stream.concat(
                                Stream.of(NONE_OF_THESE),
                                topics.stream().map(topic -> new TopicChoice(topic.title(), topic.id())))
                        .toList();
    }
}
