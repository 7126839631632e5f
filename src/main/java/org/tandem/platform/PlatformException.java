package org.tandem.platform;

/** The platform cannot run. The message says what is wrong, the remedy what to do about it. */
public final class PlatformException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String remedy;

    PlatformException(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    PlatformException(String message, String remedy, Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    /** What the user can do about it. */
    public String remedy() {
        return remedy;
    }
}
