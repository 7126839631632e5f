package org.tandem.quality.calibration;

import java.util.Arrays;

/**
 * The inquiries that people labelled lately. How alike a new one is to them is known at once, without training, and shows what the
 * examples did not: what customers ask besides the topics.
 */
public final class Memory {

    /** So many figures tell how alike an inquiry is. */
    public static final int FIGURES = 3;

    /** So many are remembered. */
    public static final int MOST = 3_000;

    /** Figures are about 0 where nothing alike is remembered. */
    private static final float UNLIKE = 0.6f;

    /** Dimension by dimension, so that all cosines grow together in long SIMD loops. */
    private float[][] columns = {};

    private final String[] topics = new String[MOST];
    private int remembered;
    private int next;

    /** Several models ask about the same inquiry. */
    private float[] asked = {};

    private float[] alike = {};

    /**
     * @param meaning of length one; the number of dimensions is a multiple of four, and always the same
     * @param topic empty for none of the topics
     */
    public void keep(float[] meaning, String topic) {
        if (remembered == 0) {
            columns = new float[meaning.length][MOST];
        }
        for (int d = 0; d < columns.length; d++) {
            columns[d][next] = meaning[d];
        }
        topics[next] = topic;
        next = (next + 1) % MOST;
        remembered = Math.min(MOST, remembered + 1);
        asked = new float[0];
    }

    /** The figures, and behind them how alike the inquiry is to labelled ones of the topic, of other topics and of none. */
    public double[] beside(double[] figures, float[] meaning, String topic) {
        float same = UNLIKE;
        float other = UNLIKE;
        float none = UNLIKE;
        compareAll(meaning);
        for (int place = 0; place < remembered; place++) {
            var its = topics[place];
            if (its.isEmpty()) {
                none = Math.max(none, alike[place]);
            } else if (its.equals(topic)) {
                same = Math.max(same, alike[place]);
            } else {
                other = Math.max(other, alike[place]);
            }
        }
        var all = Arrays.copyOf(figures, figures.length + FIGURES);
        all[figures.length] = same - UNLIKE;
        all[figures.length + 1] = other - UNLIKE;
        all[figures.length + 2] = none - UNLIKE;
        return all;
    }

    private void compareAll(float[] meaning) {
        if (meaning == asked) {
            return;
        }
        asked = meaning;
        alike = new float[remembered];
        for (int d = 0; d < columns.length; d += 4) {
            addFour(alike, d, meaning);
        }
    }

    private void addFour(float[] sum, int d, float[] by) {
        float[] a = columns[d];
        float[] b = columns[d + 1];
        float[] c = columns[d + 2];
        float[] e = columns[d + 3];
        float byA = by[d];
        float byB = by[d + 1];
        float byC = by[d + 2];
        float byE = by[d + 3];
        for (int i = 0; i < sum.length; i++) {
            sum[i] += byA * a[i] + byB * b[i] + byC * c[i] + byE * e[i];
        }
    }
}
