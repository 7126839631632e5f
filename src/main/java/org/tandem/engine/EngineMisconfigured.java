package org.tandem.engine;

/** The settings name no engine that could be used. The message says what is wrong, the remedy what to do about it. */
final class EngineMisconfigured extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String remedy;

    EngineMisconfigured(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    /** What the user can do about it. */
    String remedy() {
        return remedy;
    }
}
