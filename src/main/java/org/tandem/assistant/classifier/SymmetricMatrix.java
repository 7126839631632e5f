package org.tandem.assistant.classifier;

import java.util.Arrays;

/**
 * A large symmetric matrix, of which only the lower triangle is kept: half the memory of all its cells. It stands in strips of rows,
 * because one piece of memory could not be as large as a few ten thousand rows need.
 */
final class SymmetricMatrix {

    /** Rows of a strip: enough for fast products, few enough that what is unused above the diagonal weighs nothing. */
    private static final int STRIP = 1_024;

    final int size;
    private final int strip;
    private final Matrix[] strips;

    SymmetricMatrix(int size) {
        this(size, STRIP);
    }

    SymmetricMatrix(int size, int strip) {
        this.size = size;
        this.strip = strip;
        strips = new Matrix[Math.ceilDiv(size, strip)];
        Arrays.setAll(strips, i -> new Matrix(end(i) - start(i), end(i)));
    }

    static int megabytes(int size) {
        return Math.toIntExact((long) size * size / 2 * Float.BYTES / 1_000_000);
    }

    private int start(int index) {
        return index * strip;
    }

    private int end(int index) {
        return Math.min(size, start(index) + strip);
    }

    /** @param values the whole row; what is right of the diagonal is known from other rows */
    void setRow(int row, float[] values) {
        var rows = strips[row / strip];
        rows.cells.put((row % strip) * rows.columns, values, 0, rows.columns);
    }

    float get(int row, int column) {
        return column > row ? get(column, row) : strips[row / strip].get(row % strip, column);
    }

    void addToDiagonal(float value) {
        for (int i = 0; i < size; i++) {
            strips[i / strip].set(i % strip, i, get(i, i) + value);
        }
    }

    /** The product with a matrix of as many rows. */
    Matrix times(Matrix right, LinearAlgebra algebra) {
        var result = new Matrix(size, right.columns);
        for (int i = 0; i < strips.length; i++) {
            var left = strips[i];
            result.rows(start(i), end(i)).add(0, algebra.product(left, false, right.rows(0, end(i)), false), 1);
            if (i > 0) {
                var above = left.block(0, left.rows, 0, start(i));
                result.rows(0, start(i)).add(0, algebra.product(above, true, right.rows(start(i), end(i)), false), 1);
            }
        }
        return result;
    }

    /**
     * Inverts in place, the matrix being positive definite: the sweep operator (Goodnight, A Tutorial on the SWEEP Operator, The
     * American Statistician 33, 1979), a strip at a time. It needs the memory of two strips besides.
     *
     * @throws NotPositiveDefinite when it is too close to singular for single precision
     */
    void invert(LinearAlgebra algebra) {
        var scaled = new Matrix(end(0), end(0));
        var change = new Matrix(end(0), end(0));
        for (int pivot = 0; pivot < strips.length; pivot++) {
            sweep(pivot, algebra, scaled, change);
        }
        for (var rows : strips) {
            rows.scale(-1);
        }
    }

    /** The last two are room for what is computed on the way. */
    private void sweep(int pivot, LinearAlgebra algebra, Matrix roomForScaled, Matrix roomForChange) {
        var columns = columns(pivot);
        var corner = columns.rows(start(pivot), end(pivot)).copy();
        algebra.invert(corner);
        for (int i = 0; i < strips.length; i++) {
            if (i == pivot) {
                continue;
            }
            var scaled = roomForScaled.first(strips[i].rows, columns.columns);
            algebra.product(columns.rows(start(i), end(i)), false, corner, false, scaled);
            for (int j = 0; j <= i; j++) {
                if (j != pivot) {
                    var change = roomForChange.first(strips[i].rows, end(j) - start(j));
                    algebra.product(scaled, false, columns.rows(start(j), end(j)), true, change);
                    strips[i].add(start(j), change, -1);
                }
            }
            if (i > pivot) {
                strips[i].set(start(pivot), scaled);
            } else {
                strips[pivot].set(start(i), scaled.transposed());
            }
        }
        corner.scale(-1);
        strips[pivot].set(start(pivot), corner);
    }

    /** The columns of one strip, from top to bottom. */
    private Matrix columns(int index) {
        var own = strips[index];
        var columns = new Matrix(size, own.rows);
        if (index > 0) {
            columns.rows(0, start(index))
                    .set(0, own.block(0, own.rows, 0, start(index)).transposed());
        }
        for (int i = index; i < strips.length; i++) {
            columns.rows(start(i), end(i)).set(0, strips[i].block(0, strips[i].rows, start(index), end(index)));
        }
        return columns;
    }
}
