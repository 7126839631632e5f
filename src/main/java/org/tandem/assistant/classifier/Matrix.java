package org.tandem.assistant.classifier;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/** A dense matrix, row by row, in memory that native code can read and write without a copy. */
final class Matrix {

    final int rows;
    final int columns;
    final FloatBuffer cells;

    Matrix(int rows, int columns) {
        this(rows, columns, memory(Math.multiplyExact(Math.multiplyExact(rows, columns), Float.BYTES)));
    }

    private Matrix(int rows, int columns, FloatBuffer cells) {
        this.rows = rows;
        this.columns = columns;
        this.cells = cells;
    }

    private static FloatBuffer memory(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder()).asFloatBuffer();
    }

    /** Some rows in the same memory. */
    Matrix rows(int from, int to) {
        return new Matrix(to - from, columns, cells.slice(from * columns, (to - from) * columns));
    }

    /** A matrix in the beginning of this one's memory. */
    Matrix first(int itsRows, int itsColumns) {
        return new Matrix(itsRows, itsColumns, cells.slice(0, itsRows * itsColumns));
    }

    Matrix copy() {
        var copy = new Matrix(rows, columns);
        copy.cells.put(0, cells, 0, rows * columns);
        return copy;
    }

    Matrix transposed() {
        var transposed = new Matrix(columns, rows);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                transposed.set(column, row, get(row, column));
            }
        }
        return transposed;
    }

    /** Puts a matrix of as many rows over some of the columns. */
    void set(int fromColumn, Matrix part) {
        for (int row = 0; row < rows; row++) {
            cells.put(row * columns + fromColumn, part.cells, row * part.columns, part.columns);
        }
    }

    /** Adds a matrix of as many rows, times a factor, to some of the columns. */
    void add(int fromColumn, Matrix part, float factor) {
        var sum = new float[part.columns];
        for (int row = 0; row < rows; row++) {
            int start = row * columns + fromColumn;
            cells.get(start, sum);
            Vectors.addScaled(sum, part.row(row), factor);
            cells.put(start, sum);
        }
    }

    void scale(float factor) {
        var row = new float[columns];
        for (int start = 0; start < rows * columns; start += columns) {
            cells.get(start, row);
            for (int i = 0; i < columns; i++) {
                row[i] *= factor;
            }
            cells.put(start, row);
        }
    }

    /** Row by row. */
    float[] toArray() {
        var values = new float[rows * columns];
        cells.get(0, values);
        return values;
    }

    float get(int row, int column) {
        return cells.get(row * columns + column);
    }

    void set(int row, int column, float value) {
        cells.put(row * columns + column, value);
    }

    float[] row(int row) {
        var values = new float[columns];
        cells.get(row * columns, values);
        return values;
    }

    void setRow(int row, float[] values) {
        cells.put(row * columns, values);
    }

    Matrix block(int fromRow, int toRow, int fromColumn, int toColumn) {
        var block = new Matrix(toRow - fromRow, toColumn - fromColumn);
        for (int row = 0; row < block.rows; row++) {
            block.cells.put(row * block.columns, cells, (fromRow + row) * columns + fromColumn, block.columns);
        }
        return block;
    }
}
