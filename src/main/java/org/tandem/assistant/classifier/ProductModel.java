package org.tandem.assistant.classifier;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The smallest possible ONNX model: y = a · b, each factor possibly transposed. Written by hand in Protocol Buffers. */
final class ProductModel {

    private static final int FLOAT = 1;
    private static final int ATTRIBUTE_TYPE_INT = 2;
    private static final int IR_VERSION = 7;
    private static final int OPSET = 13;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private ProductModel() {}

    static byte[] bytes(boolean transposeLeft, boolean transposeRight) {
        var node = new ProductModel()
                .text(1, "a")
                .text(1, "b")
                .text(2, "y")
                .text(4, "Gemm")
                .message(5, flag("transA", transposeLeft))
                .message(5, flag("transB", transposeRight));
        var graph = new ProductModel()
                .message(1, node)
                .text(2, "product")
                .message(11, matrix("a"))
                .message(11, matrix("b"))
                .message(12, matrix("y"));
        return new ProductModel()
                .number(1, IR_VERSION)
                .message(7, graph)
                .message(8, new ProductModel().text(1, "").number(2, OPSET))
                .out
                .toByteArray();
    }

    private static ProductModel flag(String name, boolean value) {
        return new ProductModel().text(1, name).number(3, value ? 1 : 0).number(20, ATTRIBUTE_TYPE_INT);
    }

    private static ProductModel matrix(String name) {
        var shape = new ProductModel()
                .message(1, new ProductModel().text(2, name + "_rows"))
                .message(1, new ProductModel().text(2, name + "_columns"));
        var tensor = new ProductModel().number(1, FLOAT).message(2, shape);
        return new ProductModel().text(1, name).message(2, new ProductModel().message(1, tensor));
    }

    private ProductModel text(int field, String value) {
        return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    private ProductModel message(int field, ProductModel value) {
        return bytes(field, value.out.toByteArray());
    }

    private ProductModel bytes(int field, byte[] value) {
        varint(field << 3 | 2);
        varint(value.length);
        out.writeBytes(value);
        return this;
    }

    private ProductModel number(int field, int value) {
        varint(field << 3);
        varint(value);
        return this;
    }

    private void varint(int value) {
        int rest = value;
        while (rest > 127) {
            out.write(rest & 127 | 128);
            rest >>>= 7;
        }
        out.write(rest);
    }
}
