package org.tandem.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tandem.quality.automation.Reopening;

/** The steps of {@code automation-shut}: what a lead has decided is carried out, and a task that nobody looks at becomes urgent. */
@Component
public class AutomationWorker {

    private final Reopening reopening;
    private final UserTasks userTasks;

    AutomationWorker(Reopening reopening, UserTasks userTasks) {
        this.reopening = reopening;
        this.userTasks = userTasks;
    }

    /** Tasks can be completed past the form, with anything. */
    @JobWorker(type = "quality.decide-automation")
    public Decided decideAutomation(
            ActivatedJob job,
            @Variable(optional = true) @Nullable String shutTopic,
            @Variable(optional = true) Object shutDecision,
            @Variable(optional = true) Object decisionReason) {
        var flaw = reopening.decide(
                shutTopic,
                shutDecision instanceof String text ? text : null,
                userTasks.completedBy(job),
                decisionReason instanceof String text ? text : null);
        return new Decided(flaw.isPresent(), flaw.orElse(null));
    }

    @JobWorker(type = "quality.raise-shut-topic")
    public void raiseShutTopic(ActivatedJob job) {
        userTasks.escalate(job);
    }

    /** @param returnedBecause why the task comes back, null if it does not */
    public record Decided(boolean lookAgain, @Nullable String returnedBecause) {}
}
