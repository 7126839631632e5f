package org.tandem.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tandem.desk.hours.CaseCalendars;
import org.tandem.desk.pay.DoneWork;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.InquiryId;

/** What follows a call in {@code resolve-by-person} that did not reach the customer. */
@Component
public class CallWorker {

    private final Inquiries inquiries;
    private final CaseCalendars calendars;
    private final UserTasks userTasks;
    private final Back back;
    private final DoneWork done;
    private final Clock clock;

    CallWorker(
            Inquiries inquiries, CaseCalendars calendars, UserTasks userTasks, Back back, DoneWork done, Clock clock) {
        this.inquiries = inquiries;
        this.calendars = calendars;
        this.userTasks = userTasks;
        this.back = back;
        this.done = done;
        this.clock = clock;
    }

    /** Tells the customer when it is tried again, or, if the number is wrong, that the answer comes in writing. The call is paid. */
    @JobWorker(type = "desk.record-call")
    public Called recordCall(
            ActivatedJob job,
            @Variable String inquiryId,
            @Variable String conversationKey,
            @Variable(optional = true) Object callResult,
            @Variable(optional = true) @Nullable Object callAgainAt) {
        var id = InquiryId.of(inquiryId);
        var tryKey = Long.toString(job.getElementInstanceKey());
        var agent = userTasks.completedBy(job);
        if (agent != null) {
            done.calledInVain(id, conversationKey, tryKey, agent);
        }
        if (CallResult.WRONG_NUMBER.name().equals(callResult)) {
            inquiries.callImpossible(id, tryKey);
            return called(false, null, agent);
        }
        var again = CallResult.again(callAgainAt, clock.instant());
        inquiries.callFailed(id, tryKey, again, calendars.of(inquiries.get(id)));
        return called(inquiries.wantsCall(id), again.toString(), agent);
    }

    private Called called(boolean callBack, @Nullable String callAgainAt, @Nullable String agent) {
        return new Called(callBack, callAgainAt, back.given(agent), back.offeredFirst(agent));
    }

    /**
     * @param callBack whether the customer is called again
     * @param callAgainAt when, null if not
     * @param previousAgent who tried and has the next try, if offers are not for them
     * @param answeredBefore who tried and is offered the next try first
     */
    public record Called(
            boolean callBack,
            @Nullable String callAgainAt,
            @Nullable String previousAgent,
            @Nullable String answeredBefore) {}
}
