package org.tandem.assistant.classifier;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.Map;

/**
 * Products and inverses of large matrices. The products run in the ONNX Runtime, which is here for the embeddings anyway:
 * its matrix kernels are an order of magnitude faster than loops in Java, and need no further native library.
 */
final class LinearAlgebra implements AutoCloseable {

    private static final int SMALL = 128;

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession[] products = new OrtSession[4];

    LinearAlgebra(int threads) {
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            for (int i = 0; i < products.length; i++) {
                products[i] = environment.createSession(ProductModel.bytes((i & 1) != 0, (i & 2) != 0), options);
            }
        } catch (OrtException e) {
            throw new IllegalStateException("The matrix kernels of the ONNX Runtime cannot be loaded", e);
        }
    }

    Matrix product(Matrix left, boolean transposeLeft, Matrix right, boolean transposeRight) {
        var result = new Matrix(transposeLeft ? left.columns : left.rows, transposeRight ? right.rows : right.columns);
        product(left, transposeLeft, right, transposeRight, result);
        return result;
    }

    /** @param result takes the product; not in the memory of a factor */
    void product(Matrix left, boolean transposeLeft, Matrix right, boolean transposeRight, Matrix result) {
        var session = products[(transposeLeft ? 1 : 0) + (transposeRight ? 2 : 0)];
        try (var a = tensor(left);
                var b = tensor(right);
                var y = tensor(result);
                var run = session.run(Map.of("a", a, "b", b), Map.of("y", y))) {
            return; // the runtime has written into the result
        } catch (OrtException e) {
            throw new IllegalStateException("A matrix product failed", e);
        }
    }

    private OnnxTensor tensor(Matrix matrix) throws OrtException {
        return OnnxTensor.createTensor(environment, matrix.cells, new long[] {matrix.rows, matrix.columns});
    }

    /**
     * Inverts a symmetric positive definite matrix in place, halving it until the pieces are small.
     *
     * @throws NotPositiveDefinite when it is too close to singular for single precision
     */
    void invert(Matrix matrix) {
        invert(matrix, 0, matrix.rows);
    }

    private void invert(Matrix matrix, int from, int to) {
        if (to - from <= SMALL) {
            invertSmall(matrix, from, to);
            return;
        }
        int middle = (from + to) / 2;
        var corner = matrix.block(from, middle, middle, to);
        invert(matrix, from, middle);
        var upper = product(matrix.block(from, middle, from, middle), false, corner, false);
        matrix.rows(middle, to).add(middle, product(corner, true, upper, false), -1);
        invert(matrix, middle, to);
        var crossing = product(upper, false, matrix.block(middle, to, middle, to), false);
        matrix.rows(from, middle).add(from, product(crossing, false, upper, true), 1);
        for (int row = 0; row < crossing.rows; row++) {
            for (int column = 0; column < crossing.columns; column++) {
                float value = -crossing.get(row, column);
                matrix.set(from + row, middle + column, value);
                matrix.set(middle + column, from + row, value);
            }
        }
    }

    private static void invertSmall(Matrix matrix, int from, int to) {
        int n = to - from;
        var values = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                values[i][j] = matrix.get(from + i, from + j);
            }
        }
        var inverse = Cholesky.of(values).inverse();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                matrix.set(from + i, from + j, (float) inverse[i][j]);
            }
        }
    }

    @Override
    public void close() {
        try {
            for (var product : products) {
                product.close();
            }
        } catch (OrtException e) {
            throw new IllegalStateException("The matrix kernels cannot be closed", e);
        }
    }
}
