package org.tandem.assistant.classifier;

/** A file of labelled texts is refused; the message names file, line and what to put right. */
public final class CsvMistake extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CsvMistake(String message) {
        super(message);
    }
}
