package org.tandem.inquiry;

import org.jspecify.annotations.Nullable;

/** What a customer asks when opening an inquiry. */
public record NewInquiry(
        String text, Customer customer, @Nullable String language) {

    public NewInquiry {
        text = Texts.message(text);
        language = language == null || language.isBlank() ? null : Texts.line("A language", language, 35);
    }
}
