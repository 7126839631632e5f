package org.tandem.process;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tandem.assistant.TopicTitle;
import org.tandem.inquiry.PersonAnswer;

/** What people can choose on the form when they say what an inquiry was about. Is a variable of the process. */
public record TopicChoice(String label, String value) {

    /** None of the topics. */
    static final String NONE = "none";

    private static final TopicChoice NONE_OF_THESE = new TopicChoice("None of these", NONE);

    /**
     * The id of the topic that was chosen, empty for none of them, null if nothing was. The form was filled in when it was opened, and
     * the knowledge may be another one by now.
     */
    static @Nullable String chosen(@Nullable String value, List<TopicTitle> known) {
        if (value == null) {
            return null;
        }
        if (value.equals(NONE)) {
            return PersonAnswer.NO_TOPIC;
        }
        if (!known.isEmpty() && known.stream().noneMatch(topic -> topic.id().equals(value))) {
            throw new IllegalArgumentException(
                    "There is no topic \"%s\": choose one of the list, or \"None of these\"".formatted(value));
        }
        return value;
    }

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
