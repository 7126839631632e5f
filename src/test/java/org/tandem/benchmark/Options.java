package org.tandem.benchmark;

import java.util.HashMap;
import java.util.Map;

/** Command-line options of the form {@code --name value}. */
record Options(Map<String, String> values) {

    static Options of(String[] args) {
        if (args.length % 2 != 0) {
            throw new IllegalArgumentException("Options come in pairs: --name value");
        }
        var values = new HashMap<String, String>();
        for (int i = 0; i < args.length; i += 2) {
            values.put(args[i], args[i + 1]);
        }
        return new Options(values);
    }

    String get(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }
}
