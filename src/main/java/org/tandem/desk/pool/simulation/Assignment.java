package org.tandem.desk.pool.simulation;

import java.util.Arrays;

/**
 * Gives each row a column of its own so that the sum is largest: the Hungarian method by shortest augmenting paths (H. W. Kuhn, 1955; R. Jonker
 * and A. Volgenant, 1987).
 */
final class Assignment {

    private Assignment() {}

    /**
     * @param value by row and column; there are at least as many columns as rows
     * @return the column of each row
     */
    static int[] best(double[][] value) {
        var rows = value.length;
        var columns = rows == 0 ? 0 : value[0].length;
        var rowPrice = new double[rows + 1];
        var columnPrice = new double[columns + 1];
        var rowOf = new int[columns + 1];
        var before = new int[columns + 1];
        for (var row = 1; row <= rows; row++) {
            rowOf[0] = row;
            var column = 0;
            var slack = new double[columns + 1];
            Arrays.fill(slack, Double.POSITIVE_INFINITY);
            var seen = new boolean[columns + 1];
            do {
                column = next(value, rowPrice, columnPrice, rowOf, before, slack, seen, column);
            } while (rowOf[column] != 0);
            while (column != 0) {
                rowOf[column] = rowOf[before[column]];
                column = before[column];
            }
        }
        var best = new int[rows];
        for (var column = 1; column <= columns; column++) {
            if (rowOf[column] > 0) {
                best[rowOf[column] - 1] = column - 1;
            }
        }
        return best;
    }

    /** One more column of the shortest path. */
    private static int next(
            double[][] value,
            double[] rowPrice,
            double[] columnPrice,
            int[] rowOf,
            int[] before,
            double[] slack,
            boolean[] seen,
            int column) {
        seen[column] = true;
        var row = rowOf[column];
        var least = Double.POSITIVE_INFINITY;
        var nearest = 0;
        for (var other = 1; other < slack.length; other++) {
            if (!seen[other]) {
                var reduced = -value[row - 1][other - 1] - rowPrice[row] - columnPrice[other];
                if (reduced < slack[other]) {
                    slack[other] = reduced;
                    before[other] = column;
                }
                if (slack[other] < least) {
                    least = slack[other];
                    nearest = other;
                }
            }
        }
        for (var other = 0; other < slack.length; other++) {
            if (seen[other]) {
                rowPrice[rowOf[other]] += least;
                columnPrice[other] -= least;
            } else {
                slack[other] -= least;
            }
        }
        return nearest;
    }
}
