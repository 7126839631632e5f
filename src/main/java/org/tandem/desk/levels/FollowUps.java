package org.tandem.desk.levels;

import static org.tandem.desk.levels.Deadline.Kind.FOLLOW_UP;

import java.time.ZoneOffset;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.InquiryEvent;

/**
 * What an agent has agreed to see to on a day is promised until the end of it (UTC), also if the case does not come back by itself. The
 * next answer of a person keeps the promise. Starts and stops in the transaction in which that happens.
 */
@Component
class FollowUps {

    private final DeadlineRepository deadlines;
    private final Inquiries inquiries;

    FollowUps(DeadlineRepository deadlines, Inquiries inquiries) {
        this.deadlines = deadlines;
        this.inquiries = inquiries;
    }

    @EventListener
    void on(InquiryEvent.AnsweredByPerson event) {
        var inquiry = event.inquiryId().value();
        for (var deadline : deadlines.findByInquiryIdAndStoppedAtIsNull(inquiry)) {
            if (deadline.is(FOLLOW_UP)) {
                deadline.stop(event.at(), "answered");
                deadlines.save(deadline);
            }
        }
        inquiries.reminder(event.inquiryId()).ifPresent(reminder -> {
            var endOfDay =
                    reminder.day().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            deadlines.save(new Deadline(inquiry, inquiry + ":" + event.eventId(), FOLLOW_UP, null, endOfDay));
        });
    }
}
