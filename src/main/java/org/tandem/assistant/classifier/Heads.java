package org.tandem.assistant.classifier;

import java.util.Arrays;

/**
 * The simple opinions that are blended into one, each a score per label: the kernel ridge regression, the neighbours in
 * meaning and in wording, the average of a label's wording and of its meaning, and its nearest example in meaning.
 */
final class Heads {

    static final int RIDGE = 0;
    static final int NEIGHBOURS_IN_MEANING = 1;
    static final int NEIGHBOURS_IN_WORDING = 2;
    static final int AVERAGE_WORDING = 3;
    static final int NEAREST = 4;
    static final int AVERAGE_MEANING = 5;
    static final int COUNT = 6;

    private static final int NEAR = 10;

    private static final Neighbours IN_MEANING = new Neighbours(20, 0.05);
    private static final Neighbours IN_WORDING = new Neighbours(15, 0.1);

    private final int[] labels;
    private final int known;
    private final int labelCount;
    /** Per label: the squared length of the sum of its examples' vectors. */
    private final double[] wordingSquares;

    private final double[] meaningSquares;

    /** @param known how many labels are real; labels after them stand for texts about none */
    Heads(int[] labels, int known, int labelCount, double[] wordingSquares, double[] meaningSquares) {
        this.labels = labels;
        this.known = known;
        this.labelCount = labelCount;
        this.wordingSquares = wordingSquares;
        this.meaningSquares = meaningSquares;
    }

    /** Everything but the ridge regression's opinion, whose place is left empty. */
    View view(float[] meaning, float[] wording, LeftOut leftOut) {
        var votes = new float[COUNT][];
        votes[RIDGE] = new float[0];
        votes[NEIGHBOURS_IN_MEANING] = IN_MEANING.votes(meaning, labels, labelCount, leftOut);
        votes[NEIGHBOURS_IN_WORDING] = IN_WORDING.votes(wording, labels, labelCount, leftOut);
        votes[AVERAGE_WORDING] = average(wording, wordingSquares, leftOut);
        votes[NEAREST] = nearest(meaning, leftOut);
        votes[AVERAGE_MEANING] = average(meaning, meaningSquares, leftOut);
        var likeness = new double[4];
        alike(meaning, leftOut, likeness, 0);
        alike(wording, leftOut, likeness, 2);
        return new View(votes, likeness);
    }

    /** The cosine with the mean of each label's examples. */
    private float[] average(float[] similarities, double[] squares, LeftOut leftOut) {
        var sums = new float[labelCount];
        for (int example = 0; example < similarities.length; example++) {
            sums[labels[example]] += similarities[example];
        }
        for (int label = 0; label < labelCount; label++) {
            double sum = sums[label];
            double square = squares[label];
            if (leftOut.example() >= 0 && labels[leftOut.example()] == label) {
                float self = similarities[leftOut.example()];
                square += self - 2 * sum;
                sum -= self;
            }
            sums[label] = label == leftOut.label() || square <= 1e-6 ? 0 : (float) (sum / Math.sqrt(square));
        }
        return sums;
    }

    private float[] nearest(float[] meaning, LeftOut leftOut) {
        var nearest = new float[labelCount];
        Arrays.fill(nearest, -1);
        for (int example = 0; example < meaning.length; example++) {
            int label = labels[example];
            if (meaning[example] > nearest[label] && !leftOut.covers(example, label)) {
                nearest[label] = meaning[example];
            }
        }
        return nearest;
    }

    /** The greatest similarity to an example of a known label, and the mean of the ten greatest. */
    private void alike(float[] similarities, LeftOut leftOut, double[] likeness, int place) {
        var top = new float[NEAR];
        Arrays.fill(top, -1);
        int found = 0;
        for (int example = 0; example < similarities.length; example++) {
            float similarity = similarities[example];
            if (similarity > top[NEAR - 1] && labels[example] < known && !leftOut.covers(example, labels[example])) {
                int rank = NEAR - 1;
                while (rank > 0 && top[rank - 1] < similarity) {
                    top[rank] = top[rank - 1];
                    rank--;
                }
                top[rank] = similarity;
                found++;
            }
        }
        int count = Math.clamp(found, 1, NEAR);
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += top[i];
        }
        likeness[place] = top[0];
        likeness[place + 1] = sum / count;
    }
}
