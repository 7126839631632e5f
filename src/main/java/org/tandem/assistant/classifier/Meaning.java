package org.tandem.assistant.classifier;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * Similarity in meaning: the cosine of a text's embedding with every example's, all taken relative to their mean. The
 * examples' vectors are kept in steps of 1/127 of their greatest component: a quarter of the memory to walk through, and the
 * cosine changes by less than 0.001.
 */
final class Meaning {

    private static final int STEPS = Byte.MAX_VALUE;

    private final float[] mean;
    /** Dimension by dimension, so that all cosines grow together in long SIMD loops. */
    private final byte[][] columns;

    private final float step;
    private final int examples;

    private Meaning(float[] mean, byte[][] columns, float step, int examples) {
        this.mean = mean;
        this.columns = columns;
        this.step = step;
        this.examples = examples;
    }

    static Meaning of(float[][] embeddings) {
        int dimensions = embeddings[0].length;
        var sum = new double[dimensions];
        for (var embedding : embeddings) {
            for (int d = 0; d < dimensions; d++) {
                sum[d] += embedding[d];
            }
        }
        var mean = new float[dimensions];
        for (int d = 0; d < dimensions; d++) {
            mean[d] = (float) (sum[d] / embeddings.length);
        }
        var centred = Arrays.stream(embeddings)
                .map(embedding -> centred(embedding, mean))
                .toArray(float[][]::new);
        float step = greatest(centred) / STEPS;
        var columns = new byte[dimensions][embeddings.length];
        for (int example = 0; example < embeddings.length; example++) {
            for (int d = 0; d < dimensions; d++) {
                columns[d][example] = (byte) Math.round(centred[example][d] / step);
            }
        }
        return new Meaning(mean, columns, step, embeddings.length);
    }

    private static float greatest(float[][] vectors) {
        float greatest = Float.MIN_NORMAL;
        for (var vector : vectors) {
            for (float value : vector) {
                greatest = Math.max(greatest, Math.abs(value));
            }
        }
        return greatest;
    }

    private static float[] centred(float[] embedding, float[] mean) {
        var centred = embedding.clone();
        Vectors.subtract(centred, mean);
        return Vectors.normalize(centred);
    }

    /** Cosine with every example, in their order. */
    float[] similarities(float[] embedding) {
        var centred = centred(embedding, mean);
        var similarities = new float[examples];
        for (int d = 0; d < columns.length; d += 4) {
            addFour(similarities, d, centred);
        }
        for (int i = 0; i < examples; i++) {
            similarities[i] *= step;
        }
        return similarities;
    }

    /** Cosine of two texts, on the same scale as {@link #similarities}. */
    double similarity(float[] one, float[] other) {
        return Vectors.dot(centred(one, mean), centred(other, mean));
    }

    /** The number of dimensions is a multiple of four. */
    private void addFour(float[] sum, int d, float[] by) {
        byte[] a = columns[d];
        byte[] b = columns[d + 1];
        byte[] c = columns[d + 2];
        byte[] e = columns[d + 3];
        float byA = by[d];
        float byB = by[d + 1];
        float byC = by[d + 2];
        float byE = by[d + 3];
        for (int i = 0; i < sum.length; i++) {
            sum[i] += byA * a[i] + byB * b[i] + byC * c[i] + byE * e[i];
        }
    }

    /** Per label, the squared length of the sum of its examples' vectors. */
    double[] squares(int[] labels) {
        var squares = new double[Arrays.stream(labels).max().orElse(0) + 1];
        for (var column : columns) {
            var sums = new double[squares.length];
            for (int example = 0; example < examples; example++) {
                sums[labels[example]] += column[example] * step;
            }
            for (int label = 0; label < sums.length; label++) {
                squares[label] += sums[label] * sums[label];
            }
        }
        return squares;
    }

    /** One row per dimension, one column per example. */
    Matrix asMatrix() {
        var matrix = new Matrix(columns.length, examples);
        for (int d = 0; d < columns.length; d++) {
            var row = new float[examples];
            for (int example = 0; example < examples; example++) {
                row[example] = columns[d][example] * step;
            }
            matrix.setRow(d, row);
        }
        return matrix;
    }

    void write(DataOutputStream out) throws IOException {
        Binary.writeFloats(out, mean);
        out.writeFloat(step);
        out.writeInt(examples);
        for (var column : columns) {
            out.write(column);
        }
    }

    static Meaning read(DataInputStream in) throws IOException {
        var mean = Binary.readFloats(in);
        float step = in.readFloat();
        int examples = in.readInt();
        var columns = new byte[mean.length][examples];
        for (var column : columns) {
            in.readFully(column);
        }
        return new Meaning(mean, columns, step, examples);
    }

    long size() {
        return (long) columns.length * examples;
    }
}
