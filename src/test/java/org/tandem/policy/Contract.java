package org.tandem.policy;

import java.util.List;
import java.util.Set;
import org.tandem.policy.states.Capabilities;
import org.tandem.policy.states.Capabilities.SentMessage;
import org.tandem.policy.states.Capabilities.Worker;
import org.tandem.process.AiAttemptWorker;
import org.tandem.process.AllocationReviewWorker;
import org.tandem.process.ArticleWorker;
import org.tandem.process.AutomationWorker;
import org.tandem.process.CallWorker;
import org.tandem.process.ClosingWorker;
import org.tandem.process.ComplaintWorker;
import org.tandem.process.EscalationWorker;
import org.tandem.process.HandBackWorker;
import org.tandem.process.JobWorkers;
import org.tandem.process.PersonWorker;
import org.tandem.process.ReviewWorker;

/** What the application promises to the processes: its real workers, and the messages it sends. */
public final class Contract {

    public static final List<SentMessage> MESSAGES = List.of(
            new SentMessage(
                    "inquiry-received", null, Set.of("inquiryId", "inquiryNumber", "conversationKey", "startKey")),
            new SentMessage(
                    "inquiry-reopened",
                    null,
                    Set.of("inquiryId", "inquiryNumber", "conversationKey", "startKey", "handOverReason")),
            new SentMessage("review-requested", null, Set.of("inquiryId", "conversationKey")),
            new SentMessage("person-requested", "conversationKey", Set.of("requestReason")),
            new SentMessage("channel-chosen", "conversationKey", Set.of("callBack")),
            new SentMessage("customer-wrote", "conversationKey", Set.of()),
            new SentMessage("verdict-given", "conversationKey", Set.of("solved")),
            new SentMessage("rating-given", "inquiryId", Set.of("ratingScore")),
            new SentMessage("inquiry-withdrawn", "inquiryId", Set.of()),
            new SentMessage("automation-shut", null, Set.of("shutKey", "shutTopic", "shutWhat", "shutReason")),
            new SentMessage("automation-reopened", "shutKey", Set.of()),
            new SentMessage(
                    "deadline-passed",
                    null,
                    Set.of("escalationKey", "inquiryId", "inquiryNumber", "escalatedDeadline", "escalatedDue")),
            new SentMessage("escalation-over", "escalationKey", Set.of()),
            new SentMessage("article-proposed", null, Set.of("gapId")),
            new SentMessage(
                    "allocation-review-asked",
                    null,
                    Set.of("reviewKey", "notFor", "reviewAgent", "reviewAbout", "reviewQuestion")),
            new SentMessage("case-stuck", "startKey", Set.of()));

    static final List<Worker> WORKERS = JobWorkers.of(
                    AiAttemptWorker.class,
                    PersonWorker.class,
                    HandBackWorker.class,
                    CallWorker.class,
                    ComplaintWorker.class,
                    ClosingWorker.class,
                    ReviewWorker.class,
                    AutomationWorker.class,
                    EscalationWorker.class,
                    ArticleWorker.class,
                    AllocationReviewWorker.class)
            .stream()
            .map(worker -> worker.type().equals("assistant.draft-answer") ? worker.throwing("AI_UNAVAILABLE") : worker)
            .toList();

    static final Capabilities CAPABILITIES = Capabilities.of(WORKERS, MESSAGES);

    public static List<Worker> workers() {
        return WORKERS;
    }

    private Contract() {}
}
