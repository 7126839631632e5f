package org.tandem.audit;

/** The engine does not tell its history now. */
public final class HistoryUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public HistoryUnavailable(String reason, Throwable cause) {
        super(reason, cause);
    }
}
