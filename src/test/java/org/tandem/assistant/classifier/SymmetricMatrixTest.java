package org.tandem.assistant.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However the rows are cut into strips, the inverse is the one that plain Cholesky in double precision finds. */
class SymmetricMatrixTest {

    private static final LinearAlgebra ALGEBRA = new LinearAlgebra(1);

    @AfterAll
    static void close() {
        ALGEBRA.close();
    }

    @ParameterizedTest
    @CsvSource({"1, 4", "4, 4", "5, 4", "12, 4", "30, 7", "200, 64", "300, 150"})
    void itsInverseIsThatOfTheWholeMatrix(int size, int strip) {
        var values = positiveDefinite(size);
        var expected = Cholesky.of(values).inverse();
        var matrix = matrix(values, strip);

        matrix.invert(ALGEBRA);

        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                assertThat((double) matrix.get(i, j)).isCloseTo(expected[i][j], within(1e-4));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 4", "5, 4", "30, 7"})
    void itsProductIsThatOfTheWholeMatrix(int size, int strip) {
        var values = positiveDefinite(size);
        var right = new Matrix(size, 3);
        for (int i = 0; i < size; i++) {
            right.setRow(i, new float[] {i, 1, -2 * i});
        }

        var product = matrix(values, strip).times(right, ALGEBRA);

        for (int i = 0; i < size; i++) {
            double weighted = 0;
            double plain = 0;
            for (int j = 0; j < size; j++) {
                weighted += values[i][j] * j;
                plain += values[i][j];
            }
            assertThat(product.row(i))
                    .containsExactly(
                            new float[] {(float) weighted, (float) plain, (float) (-2 * weighted)}, within(1e-2f));
        }
    }

    @Test
    void aMatrixThatIsNotPositiveDefiniteHasNone() {
        var matrix = matrix(new double[][] {{1, 2}, {2, 1}}, 1);

        assertThatThrownBy(() -> matrix.invert(ALGEBRA)).isInstanceOf(NotPositiveDefinite.class);
    }

    private static SymmetricMatrix matrix(double[][] values, int strip) {
        var matrix = new SymmetricMatrix(values.length, strip);
        for (int i = 0; i < values.length; i++) {
            var row = new float[values.length];
            for (int j = 0; j < row.length; j++) {
                row[j] = (float) values[i][j];
            }
            matrix.setRow(i, row);
        }
        return matrix;
    }

    /** A Gram matrix of random vectors, and something on the diagonal. */
    private static double[][] positiveDefinite(int size) {
        var random = new Random(size);
        var vectors = new double[size][8];
        for (var vector : vectors) {
            for (int d = 0; d < vector.length; d++) {
                vector[d] = random.nextGaussian();
            }
        }
        var values = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                for (int d = 0; d < 8; d++) {
                    values[i][j] += vectors[i][d] * vectors[j][d] / 8;
                }
            }
            values[i][i] += 0.5;
        }
        return values;
    }
}
