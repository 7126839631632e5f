package org.tandem.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tandem.desk.pool.Reviews;

/** The steps of {@code review-allocation}: what a lead has found is kept for whoever asked, and what waits too long becomes urgent. */
@Component
public class AllocationReviewWorker {

    private final Reviews reviews;
    private final UserTasks userTasks;

    AllocationReviewWorker(Reviews reviews, UserTasks userTasks) {
        this.reviews = reviews;
        this.userTasks = userTasks;
    }

    /** Tasks can be completed past the form, with anything. */
    @JobWorker(type = "desk.store-allocation-review")
    public Decided storeAllocationReview(
            ActivatedJob job,
            @Variable String reviewKey,
            @Variable(optional = true) Object allocationDecision,
            @Variable(optional = true) Object allocationExplanation) {
        var flaw = reviews.decide(
                UUID.fromString(reviewKey),
                allocationDecision instanceof String text ? text : null,
                userTasks.completedBy(job),
                allocationExplanation instanceof String text ? text : null);
        return new Decided(flaw.isPresent(), flaw.orElse(null));
    }

    @JobWorker(type = "desk.raise-allocation-review")
    public void raiseAllocationReview(ActivatedJob job) {
        userTasks.escalate(job);
    }

    /** @param returnedBecause why the task comes back, null if it does not */
    public record Decided(boolean lookAgain, @Nullable String returnedBecause) {}
}
