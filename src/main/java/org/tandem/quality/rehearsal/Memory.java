package org.tandem.quality.rehearsal;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

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

    /** Several models ask about the same inquiry. */
    private @Nullable Incoming asked;

    private float[] alike = {};

    Memory(Likeness likeness) {
        this.likeness = likeness;
    }

    void keep(Incoming inquiry) {
        asked = null;
        labelled.addLast(inquiry);
        if (labelled.size() > MOST) {
            labelled.removeFirst();
        }
    }

    /** How alike the inquiry is to labelled ones of the topic, of other topics and of none. */
    void figures(Incoming inquiry, String topic, double[] figures, int from) {
        double same = UNLIKE;
        double other = UNLIKE;
        double none = UNLIKE;
        compareAll(inquiry);
        int place = 0;
        for (var one : labelled) {
            float its = alike[place++];
            if (one.topic().isEmpty()) {
                none = Math.max(none, its);
            } else if (one.topic().equals(topic)) {
                same = Math.max(same, its);
            } else {
                other = Math.max(other, its);
            }
        }
        figures[from] = same - UNLIKE;
        figures[from + 1] = other - UNLIKE;
        figures[from + 2] = none - UNLIKE;
    }

    private void compareAll(Incoming inquiry) {
        if (inquiry.equals(asked)) {
            return;
        }
        asked = inquiry;
        alike = new float[labelled.size()];
        int place = 0;
        for (var one : labelled) {
            alike[place++] = likeness.of(inquiry, one);
        }
    }
}
