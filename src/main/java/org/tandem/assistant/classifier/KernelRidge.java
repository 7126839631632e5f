package org.tandem.assistant.classifier;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.stream.IntStream;

/**
 * Least squares on the similarities to all examples, the mean of a Gaussian process. Chosen over softmax regression because
 * it is more accurate here and because what each example would have scored without itself, or without its whole label,
 * follows from the one inverse that training computes anyway.
 */
final class KernelRidge {

    private static final double WIDTH = 0.9;
    private static final float WORDING_WEIGHT = 0.2f;
    private static final float NOISE = 0.12f;

    /** Example by example, a weight per label. */
    private final float[] weights;

    private final int labelCount;

    private KernelRidge(float[] weights, int labelCount) {
        this.weights = weights;
        this.labelCount = labelCount;
    }

    /** How alike a text and each example are, in meaning and wording together. */
    static float[] kernel(float[] meaning, float[] wording) {
        var kernel = new float[meaning.length];
        float scale = (float) (1 / (WIDTH * WIDTH));
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = (float) Math.exp((meaning[i] - 1) * scale) + WORDING_WEIGHT * wording[i];
        }
        return kernel;
    }

    float[] scores(float[] kernel) {
        var scores = new float[labelCount];
        for (int example = 0; example < kernel.length; example++) {
            addScaled(scores, example * labelCount, kernel[example]);
        }
        return scores;
    }

    private void addScaled(float[] scores, int from, float factor) {
        for (int label = 0; label < scores.length; label++) {
            scores[label] += factor * weights[from + label];
        }
    }

    /** A fitted regression and what its own examples score when they are left out. */
    record Fit(KernelRidge regression, float[][] withoutExample, float[][] withoutLabel) {}

    /** Fits in place: the kernel matrix is used up. */
    static Fit fit(
            SymmetricMatrix kernels, int[] labels, int labelCount, LinearAlgebra algebra, boolean withoutLabels) {
        kernels.addToDiagonal(NOISE);
        kernels.invert(algebra);
        var targets = new Matrix(kernels.size, labelCount);
        for (int i = 0; i < kernels.size; i++) {
            for (int label = 0; label < labelCount; label++) {
                targets.set(i, label, target(labels[i], label, labelCount));
            }
        }
        var weights = kernels.times(targets, algebra);
        var withoutExample = new float[kernels.size][];
        for (int i = 0; i < kernels.size; i++) {
            float scale = -1 / kernels.get(i, i);
            withoutExample[i] = targets.row(i);
            Vectors.addScaled(withoutExample[i], weights.row(i), scale);
        }
        var withoutLabel = withoutLabels ? withoutLabels(kernels, weights, targets, labels, algebra) : new float[0][];
        return new Fit(new KernelRidge(weights.toArray(), labelCount), withoutExample, withoutLabel);
    }

    private static float target(int own, int label, int labelCount) {
        return (own == label ? 1f : 0f) - 1f / labelCount;
    }

    private static float[][] withoutLabels(
            SymmetricMatrix inverse, Matrix weights, Matrix targets, int[] labels, LinearAlgebra algebra) {
        var scores = new float[labels.length][];
        for (int label = 0; label < weights.columns; label++) {
            int left = label;
            int[] members = IntStream.range(0, labels.length)
                    .filter(i -> labels[i] == left)
                    .toArray();
            if (members.length == 0) {
                continue;
            }
            var block = new Matrix(members.length, members.length);
            var blockWeights = new Matrix(members.length, weights.columns);
            for (int i = 0; i < members.length; i++) {
                for (int j = 0; j < members.length; j++) {
                    block.set(i, j, inverse.get(members[i], members[j]));
                }
                blockWeights.setRow(i, weights.row(members[i]));
            }
            algebra.invert(block);
            var change = algebra.product(block, false, blockWeights, false);
            for (int i = 0; i < members.length; i++) {
                var score = targets.row(members[i]);
                Vectors.subtract(score, change.row(i));
                score[label] = -1f / weights.columns;
                scores[members[i]] = score;
            }
        }
        return scores;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(labelCount);
        Binary.writeFloats(out, weights);
    }

    static KernelRidge read(DataInputStream in) throws IOException {
        int labelCount = in.readInt();
        return new KernelRidge(Binary.readFloats(in), labelCount);
    }

    long size() {
        return (long) weights.length * Float.BYTES;
    }
}
