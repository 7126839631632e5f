package org.tandem.assistant;

import java.util.Arrays;
import java.util.Optional;

/** How much harm a wrong answer on a topic does; the confidence gate's tolerance depends on it. */
public enum TopicClass {
    ROUTINE("routine"),
    ACCOUNT("account"),
    SENSITIVE("sensitive"),
    PERSON_ONLY("person-only");

    private final String label;

    TopicClass(String label) {
        this.label = label;
    }

    /** The word that knowledge files, decision tables and process variables use. */
    public String label() {
        return label;
    }

    public static Optional<TopicClass> ofLabel(String label) {
        return Arrays.stream(values()).filter(c -> c.label.equals(label)).findFirst();
    }
}
