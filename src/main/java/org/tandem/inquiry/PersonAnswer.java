package org.tandem.inquiry;

/** What a person answers and learned: {@code draftVerdict} is RIGHT, PARTLY, WRONG or NO_DRAFT. */
public record PersonAnswer(String reply, String resolutionCode, String draftVerdict, String productFeedback) {

    public PersonAnswer {
        reply = Texts.reply(reply);
    }
}
