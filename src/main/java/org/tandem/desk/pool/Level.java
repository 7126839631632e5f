package org.tandem.desk.pool;

/** The kind of contract somebody works with. */
public enum Level {
    STUDENT("student"),
    PROFESSIONAL("professional"),
    IN_HOUSE("in-house"),
    OUTSOURCED("outsourced");

    private final String words;

    Level(String words) {
        this.words = words;
    }

    public String inWords() {
        return words;
    }
}
