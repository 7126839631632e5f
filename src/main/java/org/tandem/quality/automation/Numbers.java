package org.tandem.quality.automation;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Numbers as the database keeps them, exactly. */
final class Numbers {

    private Numbers() {}

    static String text(double[] numbers) {
        return Arrays.stream(numbers).mapToObj(Double::toString).collect(Collectors.joining(" "));
    }

    static double[] of(String text) {
        return text.isEmpty()
                ? new double[0]
                : Arrays.stream(text.split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
    }
}
