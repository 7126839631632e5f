package org.tandem.desk.levels;

import static org.tandem.desk.levels.Deadline.Kind.FOLLOW_UP;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tandem.inquiry.CustomersTime;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.InquiryEvent;

/**
 * What an agent has agreed to see to on a day is promised until the end of it in the customer's time, also if the case does not come back by
 * itself. The next answer of a person keeps the promise. Starts and stops in the transaction in which that happens.
 */
@Component
class FollowUps {

    private final DeadlineRepository deadlines;
    private final Inquiries inquiries;
    private final CustomersTime time;

    FollowUps(DeadlineRepository deadlines, Inquiries inquiries, CustomersTime time) {
        this.deadlines = deadlines;
        this.inquiries = inquiries;
        this.time = time;
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
            var endOfDay = reminder.end(time.of(inquiries.get(event.inquiryId())));
            deadlines.save(new Deadline(inquiry, inquiry + ":" + event.eventId(), FOLLOW_UP, null, endOfDay));
        });
    }
}
