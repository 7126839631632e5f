package org.tandem.inquiry;

/** The database could not take it in time. Nothing was changed, so it can be sent again in a moment. */
public class Busy extends RuntimeException {

    /** After how long it is worth another try. */
    public static final int SECONDS = 5;

    Busy(Throwable cause) {
        super("The database could not take it in time", cause);
    }
}
