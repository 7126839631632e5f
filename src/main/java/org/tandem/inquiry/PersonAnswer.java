package org.tandem.inquiry;

/** What a person answers and learned: {@code draftVerdict} is RIGHT, PARTLY, WRONG or NO_DRAFT. */
public record PersonAnswer(String reply, String resolutionCode, String draftVerdict, String productFeedback) {

    public PersonAnswer {
        reply = Texts.reply(reply);
        resolutionCode = Texts.line("What was done", resolutionCode, 200);
        draftVerdict = Texts.line("What the draft was worth", draftVerdict, 50);
        productFeedback = Texts.remark(productFeedback);
    }

    /** Without what people wrote, so that it can be logged. */
    @Override
    public String toString() {
        return "PersonAnswer[resolutionCode=%s, draftVerdict=%s]".formatted(resolutionCode, draftVerdict);
    }
}
