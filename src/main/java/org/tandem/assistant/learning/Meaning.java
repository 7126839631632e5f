package org.tandem.assistant.learning;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/** Similarity in meaning: the cosine of a text's embedding with every example's, all taken relative to their mean. */
final class Meaning {

    private final float[] mean;
    /** Dimension by dimension, so that all cosines grow together in long SIMD loops. */
    private final float[][] columns;

    private final int examples;

    private Meaning(float[] mean, float[][] columns, int examples) {
        this.mean = mean;
        this.columns = columns;
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
        var columns = new float[dimensions][embeddings.length];
        for (int example = 0; example < embeddings.length; example++) {
            var centred = centred(embeddings[example], mean);
            for (int d = 0; d < dimensions; d++) {
                columns[d][example] = centred[d];
            }
        }
        return new Meaning(mean, columns, embeddings.length);
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
        for (int d = 0; d + 3 < columns.length; d += 4) {
            addFour(similarities, d, centred);
        }
        for (int d = columns.length / 4 * 4; d < columns.length; d++) {
            Vectors.addScaled(similarities, columns[d], centred[d]);
        }
        return similarities;
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

    /** Per label, the squared length of the sum of its examples' vectors. */
    double[] squares(int[] labels) {
        var squares = new double[Arrays.stream(labels).max().orElse(0) + 1];
        for (var column : columns) {
            var sums = new double[squares.length];
            for (int example = 0; example < examples; example++) {
                sums[labels[example]] += column[example];
            }
            for (int label = 0; label < sums.length; label++) {
                squares[label] += sums[label] * sums[label];
            }
        }
        return squares;
    }

    /** One row per dimension, one column per example. */
    Matrix asMatrix() {
        return Matrix.ofRows(columns);
    }

    void write(DataOutputStream out) throws IOException {
        Binary.writeFloats(out, mean);
        out.writeInt(examples);
        for (var column : columns) {
            Binary.writeFloats(out, column);
        }
    }

    static Meaning read(DataInputStream in) throws IOException {
        var mean = Binary.readFloats(in);
        int examples = in.readInt();
        var columns = new float[mean.length][];
        for (int d = 0; d < columns.length; d++) {
            columns[d] = Binary.readFloats(in);
        }
        return new Meaning(mean, columns, examples);
    }

    long size() {
        return (long) columns.length * examples * Float.BYTES;
    }
}
