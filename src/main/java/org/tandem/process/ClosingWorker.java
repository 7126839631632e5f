package org.tandem.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tandem.inquiry.FollowUp;
import org.tandem.inquiry.HandOverReason;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.InquiryId;
import org.tandem.inquiry.Outcome;

/** The end of a case: ask how it was, wait whether the customer comes back, record the outcome. */
@Component
public class ClosingWorker {

    private final Inquiries inquiries;

    ClosingWorker(Inquiries inquiries) {
        this.inquiries = inquiries;
    }

    /** @param conversationKey processes that began before this was asked for lack it */
    @JobWorker(type = "inquiry.ask-for-rating")
    public Asked askForRating(
            @Variable String inquiryId,
            @Variable(optional = true) @Nullable String conversationKey,
            @Variable Outcome outcome) {
        return switch (inquiries.resolve(InquiryId.of(inquiryId), conversationKey, outcome)) {
            case FollowUp.Resting resting -> new Asked(false, resting.conversationKey(), null);
            case FollowUp.CameBack back -> new Asked(true, null, HandOverReason.CUSTOMER_WROTE);
        };
    }

    /** The rating is in the case file already; here the customer is thanked and analysts can build on it. */
    @JobWorker(type = "inquiry.record-feedback")
    public void recordFeedback(@Variable String inquiryId) {
        inquiries.thankForRating(InquiryId.of(inquiryId));
    }

    @JobWorker(type = "inquiry.record-outcome")
    public Closed recordOutcome(
            @Variable String inquiryId,
            @Variable(optional = true) @Nullable String conversationKey,
            @Variable Outcome outcome) {
        return switch (inquiries.close(InquiryId.of(inquiryId), conversationKey, outcome)) {
            case FollowUp.Resting resting -> new Closed(false);
            case FollowUp.CameBack back -> new Closed(true);
        };
    }

    @JobWorker(type = "inquiry.record-withdrawal")
    public void recordWithdrawal(@Variable String inquiryId) {
        inquiries.closeWithdrawn(InquiryId.of(inquiryId));
    }

    /** The end of a process that is stuck: the inquiry goes on in another one, at a person. */
    @JobWorker(type = "inquiry.start-over")
    public void startOver(@Variable String inquiryId, @Variable String startKey) {
        inquiries.startOver(InquiryId.of(inquiryId), startKey);
    }

    public record Asked(
            boolean cameBack,
            @Nullable String conversationKey,
            @Nullable HandOverReason handOverReason) {}

    public record Closed(boolean cameBack) {}
}
