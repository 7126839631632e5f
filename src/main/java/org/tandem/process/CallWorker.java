package org.tandem.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tandem.desk.hours.CaseCalendars;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.InquiryId;

/** What follows a call in {@code resolve-by-person} that did not reach the customer. */
@Component
public class CallWorker {

    private final Inquiries inquiries;
    private final CaseCalendars calendars;
    private final UserTasks userTasks;
    private final Clock clock;

    CallWorker(Inquiries inquiries, CaseCalendars calendars, UserTasks userTasks, Clock clock) {
        this.inquiries = inquiries;
        this.calendars = calendars;
        this.userTasks = userTasks;
        this.clock = clock;
    }

    /** Tells the customer when it is tried again, or, if the number is wrong, that the answer comes in writing. */
    @JobWorker(type = "desk.record-call")
    public Called recordCall(
            ActivatedJob job,
            @Variable String inquiryId,
            @Variable(optional = true) Object callResult,
            @Variable(optional = true) @Nullable Object callAgainAt) {
        var id = InquiryId.of(inquiryId);
        var tryKey = Long.toString(job.getElementInstanceKey());
        if (CallResult.WRONG_NUMBER.name().equals(callResult)) {
            inquiries.callImpossible(id, tryKey);
            return new Called(false, null, userTasks.completedBy(job));
        }
        var again = CallResult.again(callAgainAt, clock.instant());
        inquiries.callFailed(id, tryKey, again, calendars.of(inquiries.get(id)));
        return new Called(inquiries.wantsCall(id), again.toString(), userTasks.completedBy(job));
    }

    /**
     * @param callBack whether the customer is called again
     * @param callAgainAt when, null if not
     * @param previousAgent who tried, and is offered the next try
     */
    public record Called(
            boolean callBack,
            @Nullable String callAgainAt,
            @Nullable String previousAgent) {}
}
