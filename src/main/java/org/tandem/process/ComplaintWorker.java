package org.tandem.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tandem.desk.Desk;
import org.tandem.desk.levels.ComplaintReplies;
import org.tandem.inquiry.InquiryId;

/** A complaint that only the person noticed who answered it. */
@Component
public class ComplaintWorker {

    private final Desk desk;
    private final ComplaintReplies complaints;
    private final Clock clock;

    ComplaintWorker(Desk desk, ComplaintReplies complaints, Clock clock) {
        this.desk = desk;
        this.complaints = complaints;
        this.clock = clock;
    }

    /** A day to follow up that is later than the law allows is moved to when it has to be seen to. */
    @JobWorker(type = "desk.start-complaint-clock")
    public Started startComplaintClock(
            @Variable String inquiryId,
            @Variable String conversationKey,
            @Variable Levels complaintLevels,
            @Variable(optional = true) @Nullable String followUpAt) {
        var id = InquiryId.of(inquiryId);
        desk.complained(id, conversationKey, complaintLevels.checked());
        return new Started(
                followUpAt == null
                        ? null
                        : complaints
                                .backAt(id, OffsetDateTime.parse(followUpAt).toInstant(), clock.instant())
                                .toString());
    }

    /** @param followUpAt when the case comes back to the agent, null for never */
    public record Started(@Nullable String followUpAt) {}
}
