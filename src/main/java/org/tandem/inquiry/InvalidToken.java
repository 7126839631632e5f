package org.tandem.inquiry;

/** The token does not open this inquiry. */
public class InvalidToken extends RuntimeException {

    InvalidToken(InquiryId id) {
        super("The token does not open inquiry %s".formatted(id));
    }
}
