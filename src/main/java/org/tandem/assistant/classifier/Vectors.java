package org.tandem.assistant.classifier;

/** The few things done with single vectors. Loops are written so that the JIT turns them into SIMD instructions. */
final class Vectors {

    private Vectors() {}

    /** Scales in place to length one; a vector of zeros stays as it is. */
    static float[] normalize(float[] vector) {
        double sum = 0;
        for (float value : vector) {
            sum += (double) value * value;
        }
        if (sum > 0) {
            float scale = (float) (1 / Math.sqrt(sum));
            for (int i = 0; i < vector.length; i++) {
                vector[i] *= scale;
            }
        }
        return vector;
    }

    static double dot(float[] vector, float[] other) {
        double sum = 0;
        for (int i = 0; i < vector.length; i++) {
            sum += vector[i] * other[i];
        }
        return sum;
    }

    static void subtract(float[] vector, float[] other) {
        for (int i = 0; i < vector.length; i++) {
            vector[i] -= other[i];
        }
    }

    static void addScaled(float[] target, float[] source, float factor) {
        for (int i = 0; i < target.length; i++) {
            target[i] += factor * source[i];
        }
    }

    static int indexOfMax(float[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] > values[best]) {
                best = i;
            }
        }
        return best;
    }

    static int indexOfMaxExcept(float[] values, int except) {
        int best = -1;
        for (int i = 0; i < values.length; i++) {
            if (i != except && (best < 0 || values[i] > values[best])) {
                best = i;
            }
        }
        return best;
    }

    /** Turns log-odds into probabilities in place. Minus infinity becomes zero. */
    static float[] softmax(float[] logits) {
        float max = logits[indexOfMax(logits)];
        float sum = 0;
        for (int i = 0; i < logits.length; i++) {
            logits[i] = (float) Math.exp(logits[i] - max);
            sum += logits[i];
        }
        for (int i = 0; i < logits.length; i++) {
            logits[i] /= sum;
        }
        return logits;
    }
}
