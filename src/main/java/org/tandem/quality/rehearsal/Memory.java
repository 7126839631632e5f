package org.tandem.quality.rehearsal;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The inquiries that people labelled lately. How alike a new one is to them is known at once, without training, and shows what the
 * examples did not: what customers ask besides the topics.
 */
final class Memory {

    private static final int MOST = 3_000;

    /** Figures are about 0 where nothing alike is remembered. */
    private static final double UNLIKE = 0.6;

    static final int FIGURES = 3;

    /** How alike two inquiries are in meaning, at most 1. */
    @FunctionalInterface
    interface Likeness {

        Likeness COSINE = (one, other) -> {
            float first = 0;
            float second = 0;
            float third = 0;
            float fourth = 0;
            var a = one.meaning();
            var b = other.meaning();
            for (int i = 0; i < a.length; i += 4) { // their number is a multiple of four
                first += a[i] * b[i];
                second += a[i + 1] * b[i + 1];
                third += a[i + 2] * b[i + 2];
                fourth += a[i + 3] * b[i + 3];
            }
            return first + second + third + fourth;
        };

        float of(Incoming one, Incoming other);
    }

    private final Likeness likeness;
    private final Deque<Incoming> labelled = new ArrayDeque<>();

    Memory(Likeness likeness) {
        this.likeness = likeness;
    }

    void keep(Incoming inquiry) {
        labelled.addLast(inquiry);
        if (labelled.size() > MOST) {
            labelled.removeFirst();
        }
    }

    /** How alike the inquiry is to labelled ones of the topic, of other topics and of none. */
    void figures(Incoming inquiry, String topic, double[] figures, int place) {
        double same = UNLIKE;
        double other = UNLIKE;
        double none = UNLIKE;
        for (var one : labelled) {
            float alike = likeness.of(inquiry, one);
            if (one.topic().isEmpty()) {
                none = Math.max(none, alike);
            } else if (one.topic().equals(topic)) {
                same = Math.max(same, alike);
            } else {
                other = Math.max(other, alike);
            }
        }
        figures[place] = same - UNLIKE;
        figures[place + 1] = other - UNLIKE;
        figures[place + 2] = none - UNLIKE;
    }
}
