package org.tandem.inquiry;

import org.jspecify.annotations.Nullable;

/**
 * What a customer asks when opening an inquiry.
 *
 * @param complaint whether the customer says that it is a complaint; a person answers those
 */
public record NewInquiry(
        String text, Customer customer, @Nullable String language, Channel channel, boolean complaint) {

    /** One from the help page. */
    public NewInquiry(String text, Customer customer, @Nullable String language) {
        this(text, customer, language, Channel.WEB, false);
    }

    public NewInquiry {
        text = Texts.message(text);
        language = language == null || language.isBlank() ? null : Texts.line("A language", language, 35);
    }

    /** Without what people wrote, so that it can be logged. */
    @Override
    public String toString() {
        return "NewInquiry[%d characters]".formatted(text.length());
    }
}
