package org.tandem.inquiry;

/**
 * What a person who answered would like to see improved.
 *
 * @param area the part of the product, as the form's list has it
 */
public record ProductFeedback(String area, String text) {

    /** The area of those who have nothing to say, which they choose explicitly. */
    public static final String NONE = "none";

    /** Without what people wrote, so that it can be logged. */
    @Override
    public String toString() {
        return "ProductFeedback[area=%s]".formatted(area);
    }
}
