package org.tandem.desk.levels;

import java.time.Instant;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tandem.inquiry.InquiryEvent;
import org.tandem.inquiry.InquiryId;

/** Stops clocks in the same transaction in which what was promised happens, so that the two never disagree. */
@Component
class Stops {

    static final String HANDED_BACK = "handed back to the AI";

    private final DeadlineRepository deadlines;
    private final Escalations escalations;

    Stops(DeadlineRepository deadlines, Escalations escalations) {
        this.deadlines = deadlines;
        this.escalations = escalations;
    }

    /** From now on we wait for the customer. */
    @EventListener
    void on(InquiryEvent.AnsweredByPerson event) {
        for (var deadline : deadlines.findByConversationKey(event.conversationKey())) {
            deadline.stop(event.at(), deadline.is(Deadline.Kind.RESOLUTION) ? Pause.REASON : "answered");
            deadlines.save(deadline);
        }
        nobodyHasToDecide(event.inquiryId(), event.at());
    }

    /** What people promised goes on when the case comes back to them; until then the AI has to answer soon. */
    @EventListener
    void on(InquiryEvent.HandedBack event) {
        for (var deadline : deadlines.findByConversationKey(event.conversationKey())) {
            deadline.stop(event.at(), HANDED_BACK);
            deadlines.save(deadline);
        }
    }

    @EventListener
    void on(InquiryEvent.AiAnswered event) {
        nobodyHasToDecide(event.inquiryId(), event.at());
    }

    @EventListener
    void on(InquiryEvent.Withdrawn event) {
        end(event.inquiryId(), event.at(), "withdrawn", true);
    }

    /** Silence is no answer to a complaint. */
    @EventListener
    void on(InquiryEvent.Resolved event) {
        end(event.inquiryId(), event.at(), "solved", false);
    }

    private void end(InquiryId inquiry, Instant at, String reason, boolean complaint) {
        for (var deadline : deadlines.findByInquiryIdAndStoppedAtIsNull(inquiry.value())) {
            if (complaint || !deadline.isOfComplaint()) {
                deadline.stop(at, reason);
                deadlines.save(deadline);
            }
        }
        nobodyHasToDecide(inquiry, at);
    }

    private void nobodyHasToDecide(InquiryId inquiry, Instant at) {
        for (var escalation : escalations.findByInquiryIdAndOverAtIsNull(inquiry.value())) {
            escalation.end(at);
            escalations.save(escalation);
        }
    }
}
