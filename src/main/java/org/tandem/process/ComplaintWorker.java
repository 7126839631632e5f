package org.tandem.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.springframework.stereotype.Component;
import org.tandem.desk.Desk;
import org.tandem.inquiry.InquiryId;

/** A complaint that only the person noticed who answered it. */
@Component
public class ComplaintWorker {

    private final Desk desk;

    ComplaintWorker(Desk desk) {
        this.desk = desk;
    }

    @JobWorker(type = "desk.start-complaint-clock")
    public void startComplaintClock(
            @Variable String inquiryId, @Variable String conversationKey, @Variable Levels complaintLevels) {
        desk.complained(InquiryId.of(inquiryId), conversationKey, complaintLevels.checked());
    }
}
