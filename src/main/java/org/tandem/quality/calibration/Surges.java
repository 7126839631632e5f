package org.tandem.quality.calibration;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Which topics are met with more often of late than before. That needs no label, and is how a question that is about none of the topics,
 * but looks like one, shows itself when it becomes frequent.
 */
public final class Surges {

    /** So many of the newest are what is met of late. */
    public static final int LATELY = 300;

    private static final double LEAST = 3;
    private static final double DEVIATIONS = 3;

    /** Enough to look at three in ten where one in two is looked at of what is about to be shut. */
    private static final double SUSPICIOUS = 0.2;

    private final Deque<String> lately = new ArrayDeque<>();
    private final Map<String, Integer> now = new HashMap<>();
    private final Map<String, Integer> before = new HashMap<>();
    private int earlier;

    /** Counts what was met so often before anything that is told by {@link #meet}. */
    public void metBefore(String topic, int times) {
        before.merge(topic, times, Integer::sum);
        earlier += times;
    }

    public void meet(String topic) {
        lately.addLast(topic);
        now.merge(topic, 1, Integer::sum);
        if (lately.size() > LATELY) {
            var old = lately.removeFirst();
            now.merge(old, -1, Integer::sum);
            before.merge(old, 1, Integer::sum);
            earlier++;
        }
    }

    /** A reason to audit more, 0 to 1. */
    public double suspicion(String topic) {
        return isSurging(topic) ? SUSPICIOUS : 0;
    }

    private boolean isSurging(String topic) {
        if (earlier < LATELY) {
            return false;
        }
        double expected = LATELY * (before.getOrDefault(topic, 0) + 1.0) / (earlier + 1.0);
        return now.getOrDefault(topic, 0) > expected + LEAST + DEVIATIONS * Math.sqrt(expected);
    }
}
