package org.tandem.inquiry;

import org.jspecify.annotations.Nullable;

/**
 * What a person answers and learned.
 *
 * @param draftVerdict {@code USED}, {@code EDITED}, {@code WRONG} or {@code NO_DRAFT}
 * @param draftFlaw why it was wrong, null unless it was
 * @param topic what it was about: the id of a topic, {@link #NO_TOPIC} for none that is known, null when not said
 */
public record PersonAnswer(
        String reply,
        String resolutionCode,
        String draftVerdict,
        @Nullable String draftFlaw,
        @Nullable String topic,
        String productFeedback) {

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
        productFeedback = Texts.remark(productFeedback);
    }

    /** Without what people wrote, so that it can be logged. */
    @Override
    public String toString() {
        return "PersonAnswer[resolutionCode=%s, draftVerdict=%s, draftFlaw=%s, topic=%s]"
                .formatted(resolutionCode, draftVerdict, draftFlaw, topic);
    }
}
