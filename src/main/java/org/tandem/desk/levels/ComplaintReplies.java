package org.tandem.desk.levels;

import static org.tandem.desk.levels.Deadline.Kind.COMPLAINT_ANSWER;
import static org.tandem.desk.levels.Deadline.Kind.COMPLAINT_LATEST;
import static org.tandem.desk.levels.Deadline.Kind.COMPLAINT_SUMMARY;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
        if (running.isEmpty()) {
            return List.of();
        }
        var hasLatest = running.stream().anyMatch(deadline -> deadline.is(COMPLAINT_LATEST));
        var over = deadlines.findByConversationKey(Deadlines.complaintKey(inquiry)).stream()
                .filter(deadline -> Overdue.SHORT_FORM_OVER.equals(deadline.stopReason()))
                .map(deadline -> new ComplaintOwed("A short confirmation was enough", deadline.dueAt(), true));
        return Stream.concat(
                        over,
                        running.stream()
                                .sorted(Comparator.comparing(Deadline::dueAt))
                                .map(deadline ->
                                        new ComplaintOwed(words(deadline, hasLatest), deadline.dueAt(), false)))
                .toList();
    }

    /** When what is still owed becomes urgent, also if that has passed; nothing if no clock runs. */
    public Optional<Instant> urgentFrom(InquiryId inquiry) {
        return running(inquiry).stream()
                .flatMap(deadline -> Stream.ofNullable(deadline.warnAt()))
                .min(Comparator.naturalOrder());
    }

    /** Until when a case can rest on which somebody wants to go on later: what is owed has to be seen to in time. */
    public Instant backAt(InquiryId inquiry, Instant wanted, Instant now) {
        return running(inquiry).stream()
                .filter(deadline -> !deadline.is(COMPLAINT_SUMMARY))
                .flatMap(deadline -> Stream.of(Optional.ofNullable(deadline.warnAt()), Optional.of(deadline.dueAt()))
                        .flatMap(Optional::stream)
                        .filter(now::isBefore)
                        .limit(1))
                .filter(wanted::isAfter)
                .min(Comparator.naturalOrder())
                .orElse(wanted);
    }

    private static String words(Deadline deadline, boolean hasLatest) {
        if (deadline.is(COMPLAINT_SUMMARY)) {
            return "Settled with a short confirmation";
        }
        return hasLatest && deadline.is(COMPLAINT_ANSWER) ? "Final response, or a holding reply" : "Final response";
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
