package org.tandem.quality.automation;

/** How far the AI may answer. */
enum Mode {
    /** It decides silently beside people. */
    SHADOW,
    /** It answers a share of the inquiries. */
    RELEASED,
    OPEN,
    /** Until a person has looked at it. */
    SHUT;

    String inWords() {
        return switch (this) {
            case SHADOW -> "silent";
            case RELEASED -> "released to a share";
            case OPEN -> "open";
            case SHUT -> "shut";
        };
    }
}
