package org.tandem.platform.adapter;

/** The caller asked for something the adapter cannot answer; the message says what. */
final class BadRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadRequest(String message) {
        super(message);
    }
}
