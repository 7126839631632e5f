package org.tandem.engine.store;

import org.jspecify.annotations.Nullable;

/** The database could not do what it was asked. The message says what an operator should look at; nothing has been half written. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
