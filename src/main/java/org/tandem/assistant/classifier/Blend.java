package org.tandem.assistant.classifier;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/** How much each head counts: the weights under which the true labels of left-out examples are most probable. */
final class Blend {

    private static final int STEPS = 40;
    private static final double SHRINKAGE = 1e-3;

    private final double[] weights;

    private Blend(double[] weights) {
        this.weights = weights;
    }

    static Blend fit(View[] views, int[] labels) {
        int heads = Heads.COUNT;
        var weights = new double[heads];
        weights[Heads.RIDGE] = 8;
        double before = Double.POSITIVE_INFINITY;
        for (int step = 0; step < STEPS; step++) {
            var gradient = new double[heads];
            var hessian = new double[heads][heads];
            double loss = 0;
            for (int i = 0; i < views.length; i++) {
                loss += accumulate(views[i].votes(), labels[i], weights, gradient, hessian);
            }
            for (int h = 0; h < heads; h++) {
                hessian[h][h] += SHRINKAGE * views.length;
                gradient[h] -= SHRINKAGE * views.length * weights[h];
            }
            var change = Cholesky.of(hessian).solve(gradient);
            for (int h = 0; h < heads; h++) {
                weights[h] += Math.clamp(change[h], -4, 4);
            }
            if (Math.abs(before - loss) < 1e-7 * views.length) {
                break;
            }
            before = loss;
        }
        return new Blend(weights);
    }

    /** Adds the gradient and negative Hessian of one case's log-likelihood; returns its loss. */
    private static double accumulate(
            float[][] votes, int label, double[] weights, double[] gradient, double[][] hessian) {
        var probabilities = new Blend(weights).probabilities(votes);
        var expected = new double[weights.length];
        for (int h = 0; h < weights.length; h++) {
            for (int c = 0; c < probabilities.length; c++) {
                expected[h] += probabilities[c] * votes[h][c];
            }
        }
        for (int h = 0; h < weights.length; h++) {
            gradient[h] += votes[h][label] - expected[h];
            for (int k = 0; k <= h; k++) {
                double product = 0;
                for (int c = 0; c < probabilities.length; c++) {
                    product += probabilities[c] * votes[h][c] * votes[k][c];
                }
                double covariance = product - expected[h] * expected[k];
                hessian[h][k] += covariance;
                if (k < h) {
                    hessian[k][h] += covariance;
                }
            }
        }
        return -Math.log(Math.max(probabilities[label], 1e-12));
    }

    float[] probabilities(float[][] votes) {
        var logits = new float[votes[0].length];
        for (int h = 0; h < weights.length; h++) {
            Vectors.addScaled(logits, votes[h], (float) weights[h]);
        }
        return Vectors.softmax(logits);
    }

    void write(DataOutputStream out) throws IOException {
        Binary.writeDoubles(out, weights);
    }

    static Blend read(DataInputStream in) throws IOException {
        return new Blend(Binary.readDoubles(in));
    }

    @Override
    public String toString() {
        return Arrays.toString(weights);
    }
}
