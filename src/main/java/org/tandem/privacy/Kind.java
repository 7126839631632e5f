package org.tandem.privacy;

/** What kind of personal data it is. */
enum Kind {
    CARD("card number"),
    IBAN("IBAN"),
    EMAIL("e-mail address"),
    PHONE("phone number"),
    NATIONAL_ID("national id number");

    private final String label;

    Kind(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
