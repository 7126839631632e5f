package org.tandem.desk.levels;

import static org.tandem.desk.levels.Deadline.Kind.COMPLAINT_ANSWER;
import static org.tandem.desk.levels.Deadline.Kind.COMPLAINT_LATEST;
import static org.tandem.desk.levels.Deadline.Kind.COMPLAINT_SUMMARY;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.InquiryEvent;
import org.tandem.inquiry.InquiryId;

/**
 * Stops the clock of a complaint, in the transaction in which that happens, when the final response goes out or the customer says that it is
 * solved. A holding reply leaves the latest day running, where the law has one. Any other answer, and silence, stops nothing.
 */
@Component
public class ComplaintReplies {

    private final DeadlineRepository deadlines;
    private final Inquiries inquiries;

    ComplaintReplies(DeadlineRepository deadlines, Inquiries inquiries) {
        this.deadlines = deadlines;
        this.inquiries = inquiries;
    }

    @EventListener
    void on(InquiryEvent.AnsweredByPerson event) {
        apply(event.inquiryId(), event.at());
    }

    @EventListener
    void on(InquiryEvent.VerdictGiven event) {
        if (event.solved()) {
            stop(event.inquiryId(), event.at(), "the customer says that it is solved", false);
        }
    }

    /** The last answer of a person, to a complaint whose clock may have begun only after it. */
    public void apply(InquiryId inquiry, Instant now) {
        inquiries.complaintReply(inquiry).ifPresent(reply -> {
            switch (reply) {
                case FINAL -> stop(inquiry, now, "final response sent", false);
                case HOLDING -> stop(inquiry, now, "holding reply sent", true);
                case NOT_YET -> {}
            }
        });
    }

    /** What is still owed, in the order of its days; nothing if no clock runs. */
    public List<ComplaintOwed> owed(InquiryId inquiry) {
        var running = running(inquiry);
        var hasLatest = running.stream().anyMatch(deadline -> deadline.is(COMPLAINT_LATEST));
        return running.stream()
                .sorted(Comparator.comparing(Deadline::dueAt))
                .map(deadline -> new ComplaintOwed(
                        deadline.is(COMPLAINT_SUMMARY)
                                ? "Settled with a short confirmation"
                                : hasLatest && deadline.is(COMPLAINT_ANSWER)
                                        ? "Final response, or a holding reply"
                                        : "Final response",
                        deadline.dueAt()))
                .toList();
    }

    private List<Deadline> running(InquiryId inquiry) {
        return deadlines.findByInquiryIdAndStoppedAtIsNull(inquiry.value()).stream()
                .filter(Deadline::isOfComplaint)
                .toList();
    }

    private void stop(InquiryId inquiry, Instant now, String reason, boolean latestRuns) {
        var running = running(inquiry);
        if (latestRuns && running.stream().noneMatch(deadline -> deadline.is(COMPLAINT_LATEST))) {
            return;
        }
        running.stream()
                .filter(deadline -> !latestRuns || !deadline.is(COMPLAINT_LATEST))
                .forEach(deadline -> {
                    deadline.stop(now, reason);
                    deadlines.save(deadline);
                });
    }
}
