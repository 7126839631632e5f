package org.tandem.quality.rehearsal;

import java.util.HashMap;
import java.util.Map;

/** Topics whose inquiries go to people. One is reopened when so many in a row would have been answered right. */
final class ShutTopics {

    private static final int RIGHT_IN_A_ROW = 20;

    private final Map<String, Integer> rightInARow = new HashMap<>();

    boolean contains(String topic) {
        return rightInARow.containsKey(topic);
    }

    void shut(String topic) {
        rightInARow.put(topic, 0);
    }

    /** A person has answered what would have been answered; says whether the topic is open again. */
    boolean reopens(String topic, boolean right) {
        int now = right ? rightInARow.getOrDefault(topic, 0) + 1 : 0;
        if (now < RIGHT_IN_A_ROW) {
            rightInARow.put(topic, now);
            return false;
        }
        rightInARow.remove(topic);
        return true;
    }
}
