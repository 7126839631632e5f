package org.tandem.platform;

import org.jspecify.annotations.Nullable;

/** The local platform cannot run; the message says what the user can do about it. */
class PlatformProblem extends RuntimeException {

    PlatformProblem(String message) {
        super(message);
    }

    PlatformProblem(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
