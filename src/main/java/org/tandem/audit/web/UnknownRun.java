package org.tandem.audit.web;

/** What was asked for is not there, in words for the page. */
final class UnknownRun extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownRun(String words) {
        super(words);
    }

    String words() {
        return String.valueOf(getMessage());
    }
}
