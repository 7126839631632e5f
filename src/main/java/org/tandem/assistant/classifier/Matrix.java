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
        this.rows = rows;
        this.columns = columns;
        int bytes = Math.multiplyExact(Math.multiplyExact(rows, columns), Float.BYTES);
        cells = ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder()).asFloatBuffer();
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
