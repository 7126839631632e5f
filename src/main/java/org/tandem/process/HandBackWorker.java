package org.tandem.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tandem.inquiry.HandingBack;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.InquiryId;
import org.tandem.process.FilledIn.Returned;

/** A person chose to hand the case back to the AI. Tasks can be completed past the form, so here it is looked at whether they may. */
@Component
public class HandBackWorker {

    private final Inquiries inquiries;
    private final UserTasks userTasks;

    HandBackWorker(Inquiries inquiries, UserTasks userTasks) {
        this.inquiries = inquiries;
        this.userTasks = userTasks;
    }

    @JobWorker(type = "inquiry.hand-back")
    public HandedBack handBack(
            ActivatedJob job,
            @Variable String inquiryId,
            @Variable String conversationKey,
            @Variable(optional = true) @Nullable Object handBackReason) {
        if (!(handBackReason instanceof String reason) || reason.isBlank()) {
            return refused(
                    conversationKey,
                    userTasks.completedBy(job),
                    "Why the AI can answer it was not said: choose a reason.");
        }
        var agent = userTasks.completedBy(job);
        return switch (inquiries.handBack(InquiryId.of(inquiryId), conversationKey, reason, agent)) {
            case HandingBack.Done done -> new HandedBack(true, done.conversationKey(), null);
            case HandingBack.Refused no ->
                refused(
                        conversationKey,
                        agent,
                        "It cannot be handed back to the AI. %s Please answer it.".formatted(no.why()));
        };
    }

    private static HandedBack refused(String conversationKey, @Nullable String by, String why) {
        return new HandedBack(false, conversationKey, new Returned(why, null, by));
    }

    /** @param returned why the case stays with people, null if it does not */
    public record HandedBack(
            boolean handedBack,
            String conversationKey,
            @Nullable Returned returned) {}
}
