package org.tandem.assistant;

import java.util.List;

/** Labelled texts that are not in the knowledge, such as inquiries that people answered. The assistant learns from them too. */
@FunctionalInterface
public interface Examples {

    Examples NONE = List::of;

    /** Those to learn from now. */
    List<Example> all();

    /**
     * A text and what it is about.
     *
     * @param text as {@link Question#asked()} says it, without personal data
     * @param topic the topic's id, empty when it is about none of them
     */
    record Example(String text, String topic) {

        /** Without what the customer wrote, so that it can be logged. */
        @Override
        public String toString() {
            return "Example[topic=%s]".formatted(topic);
        }
    }
}
