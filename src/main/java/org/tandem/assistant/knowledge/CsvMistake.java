package org.tandem.assistant.knowledge;

import java.nio.file.Path;

/** A CSV file that cannot be used; names file, line and reason. */
public class CsvMistake extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CsvMistake(Path file, long line, String what) {
        super("%s, line %d: %s".formatted(file, line, what));
    }
}
