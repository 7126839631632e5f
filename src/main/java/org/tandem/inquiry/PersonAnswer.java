package org.tandem.inquiry;

import org.jspecify.annotations.Nullable;

/**
 * What a person answers and learned.
 *
 * @param draftVerdict {@code USED}, {@code EDITED}, {@code WRONG} or {@code NO_DRAFT}
 * @param draftFlaw why it was wrong, null unless it was
 * @param topic what it was about: the id of a topic, {@link #NO_TOPIC} for none that is known, null when not said
 * @param productArea what of the product the feedback is about, {@link ProductFeedback#NONE} for none, null when it was not asked
 * @param productFeedback empty when there is none
 * @param reminder what is to be followed up, null for nothing
 * @param complaintReply what it is to a complaint, null when that was not asked
 */
public record PersonAnswer(
        String reply,
        String resolutionCode,
        String draftVerdict,
        @Nullable String draftFlaw,
        @Nullable String topic,
        @Nullable String productArea,
        String productFeedback,
        @Nullable Reminder reminder,
        @Nullable ComplaintReply complaintReply) {

    /** None of the topics. */
    public static final String NO_TOPIC = "";

    private static final int LONGEST_TOPIC = 200;

    public PersonAnswer {
        reply = Texts.reply(reply);
        resolutionCode = Texts.line("What was done", resolutionCode, 200);
        draftVerdict = Texts.line("What the draft was worth", draftVerdict, 50);
        draftFlaw = draftFlaw == null || !draftVerdict.equals("WRONG")
                ? null
                : Texts.line("What was wrong with the draft", draftFlaw, 50);
        topic = topic == null || topic.equals(NO_TOPIC) ? topic : Texts.line("The topic", topic, LONGEST_TOPIC);
        productArea = productArea == null ? null : Texts.line("The part of the product", productArea, 50);
        productFeedback = ProductFeedback.NONE.equals(productArea) ? "" : Texts.remark(productFeedback);
        if (productArea != null && !productArea.equals(ProductFeedback.NONE) && productFeedback.isBlank()) {
            throw new IllegalArgumentException("What should be improved in the product is missing");
        }
    }

    /** Without what people wrote, so that it can be logged. */
    @Override
    public String toString() {
        return "PersonAnswer[resolutionCode=%s, draftVerdict=%s, draftFlaw=%s, topic=%s, productArea=%s]"
                .formatted(resolutionCode, draftVerdict, draftFlaw, topic, productArea);
    }
}
