package org.tandem.engine.core;

/** A command that is refused: it has changed nothing, and the message says why. */
public final class Rejection extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why, as the Camunda API puts it, with its HTTP status. */
    public enum Reason {
        INVALID_ARGUMENT(400),
        NOT_FOUND(404),
        ALREADY_EXISTS(409),
        INVALID_STATE(409),
        RESOURCE_EXHAUSTED(503),
        UNAVAILABLE(503);

        private final int status;

        Reason(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    private final Reason reason;

    public Rejection(Reason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    public static Rejection notFound(String message, Object... arguments) {
        return new Rejection(Reason.NOT_FOUND, message.formatted(arguments));
    }

    public static Rejection invalidState(String message, Object... arguments) {
        return new Rejection(Reason.INVALID_STATE, message.formatted(arguments));
    }

    public static Rejection invalidArgument(String message, Object... arguments) {
        return new Rejection(Reason.INVALID_ARGUMENT, message.formatted(arguments));
    }
}
