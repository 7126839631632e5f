package org.tandem.assistant.classifier;

import java.util.Arrays;

/** The nearest examples vote for their labels, the nearer the louder. */
record Neighbours(int count, double temperature) {

    private static final double FLOOR = 1e-3;

    /** The logarithm of each label's share of the votes. */
    float[] votes(float[] similarities, int[] labels, int labelCount, LeftOut leftOut) {
        int[] nearest = nearest(similarities, labels, leftOut);
        var shares = new double[labelCount];
        double sum = 0;
        for (int example : nearest) {
            double vote = Math.exp((similarities[example] - 1) / temperature);
            shares[labels[example]] += vote;
            sum += vote;
        }
        var votes = new float[labelCount];
        for (int label = 0; label < labelCount; label++) {
            double share = sum > 0 ? shares[label] / sum : 0;
            votes[label] = (float) Math.log((share + FLOOR) / (1 + labelCount * FLOOR));
        }
        return votes;
    }

    /** The most similar examples, in no order. */
    private int[] nearest(float[] similarities, int[] labels, LeftOut leftOut) {
        var heap = new int[count];
        int size = 0;
        for (int example = 0; example < similarities.length; example++) {
            if (size == count && similarities[example] <= similarities[heap[0]]) {
                continue;
            }
            if (leftOut.covers(example, labels[example])) {
                continue;
            }
            if (size < count) {
                heap[size++] = example;
                if (size == count) {
                    for (int i = count / 2; i >= 0; i--) {
                        sink(heap, i, similarities);
                    }
                }
            } else {
                heap[0] = example;
                sink(heap, 0, similarities);
            }
        }
        return Arrays.copyOf(heap, size);
    }

    private static void sink(int[] heap, int from, float[] similarities) {
        int parent = from;
        while (true) {
            int least = parent;
            for (int child = 2 * parent + 1; child <= 2 * parent + 2 && child < heap.length; child++) {
                if (similarities[heap[child]] < similarities[heap[least]]) {
                    least = child;
                }
            }
            if (least == parent) {
                return;
            }
            int swap = heap[parent];
            heap[parent] = heap[least];
            heap[least] = swap;
            parent = least;
        }
    }
}
