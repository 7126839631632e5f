package org.tandem.desk.levels;

import static org.tandem.desk.levels.Deadline.Kind.HAND_OVER;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tandem.inquiry.InquiryEvent;
import org.tandem.inquiry.InquiryId;

/**
 * Gives a deadline to whoever waits for us before anybody promised anything: while the AI tries, on the way to people, or because a
 * step failed or the engine is away. Starts and stops in the transaction in which it happens.
 */
@Component
class OnTheWay {

    private final DeadlineRepository deadlines;
    private final Escalations escalations;
    private final Duration within;

    OnTheWay(
            DeadlineRepository deadlines,
            Escalations escalations,
            @Value("${tandem.desk.hand-over-within:PT15M}") Duration within) {
        this.deadlines = deadlines;
        this.escalations = escalations;
        this.within = within;
    }

    /** Where people have it already, nothing is owed when the time is over. */
    @EventListener({
        InquiryEvent.Received.class,
        InquiryEvent.Reopened.class,
        InquiryEvent.PersonRequested.class,
        InquiryEvent.CustomerWrote.class,
        InquiryEvent.CorrectionNeeded.class,
        InquiryEvent.HandedBack.class,
        InquiryEvent.VerdictGiven.class
    })
    void waits(InquiryEvent event) {
        var isSolved = event instanceof InquiryEvent.VerdictGiven given && given.solved();
        if (!isSolved && running(event.inquiryId()).isEmpty()) {
            var inquiry = event.inquiryId().value();
            deadlines.save(new Deadline(
                    inquiry,
                    inquiry + ":" + event.eventId(),
                    HAND_OVER,
                    null,
                    event.at().plus(within)));
        }
    }

    @EventListener
    void on(InquiryEvent.AiAnswered event) {
        arrived(event.inquiryId(), event.at());
    }

    @EventListener
    void on(InquiryEvent.HandedOver event) {
        arrived(event.inquiryId(), event.at());
    }

    @EventListener
    void on(InquiryEvent.AnsweredByPerson event) {
        arrived(event.inquiryId(), event.at());
    }

    private void arrived(InquiryId inquiry, Instant at) {
        for (var deadline : running(inquiry)) {
            deadline.stop(at, "arrived");
            deadlines.save(deadline);
        }
        for (var escalation : escalations.findByInquiryIdAndOverAtIsNull(inquiry.value())) {
            if (escalation.isAbout(HAND_OVER)) {
                escalation.end(at);
                escalations.save(escalation);
            }
        }
    }

    private List<Deadline> running(InquiryId inquiry) {
        return deadlines.findByInquiryIdAndStoppedAtIsNull(inquiry.value()).stream()
                .filter(deadline -> deadline.is(HAND_OVER))
                .toList();
    }
}
