package org.tandem.inquiry;

/** The same idempotency key came with other content, so it cannot be the same request again. */
public class IdempotencyConflict extends RuntimeException {

    IdempotencyConflict() {
        super("This idempotency key was used before, with other content");
    }
}
