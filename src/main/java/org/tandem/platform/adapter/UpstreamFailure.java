package org.tandem.platform.adapter;

/** Camunda did not answer as it should; the status is what the caller gets to see. */
final class UpstreamFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;

    UpstreamFailure(String message) {
        this(503, message);
    }

    UpstreamFailure(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
