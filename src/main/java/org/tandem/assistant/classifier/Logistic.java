package org.tandem.assistant.classifier;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.function.IntPredicate;

/** Logistic regression on few features: the probability that something is so. Fitted by Newton's method, hence exact. */
public final class Logistic {

    private static final int STEPS = 30;

    /** One per feature, then the intercept. */
    private final double[] weights;

    private Logistic(double[] weights) {
        this.weights = weights;
    }

    /**
     * @param importance how much each case counts
     * @param used which cases to fit on, so that others can be judged fairly
     * @param shrinkage how strongly weights are drawn to zero, in features of unit variance
     */
    public static Logistic fit(
            double[][] cases, boolean[] so, double[] importance, IntPredicate used, double shrinkage) {
        int features = cases[0].length;
        double[] mean = new double[features];
        double[] deviation = new double[features];
        moments(cases, importance, used, mean, deviation);
        var weights = new double[features + 1];
        for (int step = 0; step < STEPS; step++) {
            var hessian = new double[features + 1][features + 1];
            var gradient = new double[features + 1];
            for (int i = 0; i < cases.length; i++) {
                if (used.test(i) && importance[i] > 0) {
                    var x = standardized(cases[i], mean, deviation);
                    double p = sigmoid(dot(weights, x));
                    accumulate(
                            x, importance[i] * ((so[i] ? 1 : 0) - p), importance[i] * p * (1 - p), gradient, hessian);
                }
            }
            for (int j = 0; j <= features; j++) {
                double penalty = j < features ? shrinkage : 1e-6;
                hessian[j][j] += penalty;
                gradient[j] -= penalty * weights[j];
            }
            var change = Cholesky.of(hessian).solve(gradient);
            double largest = 0;
            for (int j = 0; j <= features; j++) {
                double bounded = Math.clamp(change[j], -2, 2);
                weights[j] += bounded;
                largest = Math.max(largest, Math.abs(bounded));
            }
            if (largest < 1e-8) {
                break;
            }
        }
        return new Logistic(unstandardized(weights, mean, deviation));
    }

    private static void moments(
            double[][] cases, double[] importance, IntPredicate used, double[] mean, double[] deviation) {
        double total = 0;
        for (int i = 0; i < cases.length; i++) {
            if (used.test(i)) {
                total += importance[i];
                for (int j = 0; j < mean.length; j++) {
                    mean[j] += importance[i] * cases[i][j];
                    deviation[j] += importance[i] * cases[i][j] * cases[i][j];
                }
            }
        }
        for (int j = 0; j < mean.length; j++) {
            mean[j] /= total;
            deviation[j] = Math.sqrt(Math.max(0, deviation[j] / total - mean[j] * mean[j]));
        }
    }

    private static double[] standardized(double[] x, double[] mean, double[] deviation) {
        var result = new double[x.length + 1];
        for (int j = 0; j < x.length; j++) {
            result[j] = deviation[j] > 1e-9 ? (x[j] - mean[j]) / deviation[j] : 0;
        }
        result[x.length] = 1;
        return result;
    }

    private static double[] unstandardized(double[] weights, double[] mean, double[] deviation) {
        var result = weights.clone();
        int features = mean.length;
        for (int j = 0; j < features; j++) {
            result[j] = deviation[j] > 1e-9 ? weights[j] / deviation[j] : 0;
            result[features] -= result[j] * mean[j];
        }
        return result;
    }

    private static void accumulate(double[] x, double error, double curvature, double[] gradient, double[][] hessian) {
        for (int j = 0; j < x.length; j++) {
            gradient[j] += error * x[j];
            for (int k = 0; k < x.length; k++) {
                hessian[j][k] += curvature * x[j] * x[k];
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    public double probability(double[] features) {
        double sum = weights[features.length];
        for (int j = 0; j < features.length; j++) {
            sum += weights[j] * features[j];
        }
        return sigmoid(sum);
    }

    /** One for each feature, then the intercept: what {@link #of} makes the same of. */
    public double[] weights() {
        return weights.clone();
    }

    public static Logistic of(double... weights) {
        return new Logistic(weights.clone());
    }

    void write(DataOutputStream out) throws IOException {
        Binary.writeDoubles(out, weights);
    }

    static Logistic read(DataInputStream in) throws IOException {
        return new Logistic(Binary.readDoubles(in));
    }
}
