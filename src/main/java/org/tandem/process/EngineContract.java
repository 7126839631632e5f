package org.tandem.process;

import io.camunda.client.annotation.JobWorker;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tandem.bpmn.ModelFiles;
import org.tandem.desk.levels.ComplaintClock;
import org.tandem.policy.Violation;
import org.tandem.policy.WordsKnown;
import org.tandem.policy.states.Capabilities;
import org.tandem.policy.states.Capabilities.SentMessage;
import org.tandem.policy.states.Capabilities.Worker;

/** What models may count on, read from the job workers and messages themselves, so that it cannot differ from them. */
public final class EngineContract {

    private static final Class<?>[] WORKERS = {
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
        AllocationReviewWorker.class
    };

    private EngineContract() {}

    public static Capabilities capabilities() {
        var errors = thrownErrors();
        return Capabilities.of(
                JobWorkers.of(WORKERS).stream()
                        .map(worker -> withErrors(worker, errors))
                        .toList(),
                Arrays.stream(EngineMessage.values())
                        .map(EngineContract::message)
                        .toList());
    }

    /**
     * What the answers of decision tables say that no worker understands.
     *
     * @param calendars ids of those there are
     */
    public static List<Violation> notUnderstood(ModelFiles models, Set<String> calendars) {
        var words = Map.of(
                "calendar", calendars,
                "hours", Set.of(Levels.BUSINESS_HOURS, Levels.ROUND_THE_CLOCK),
                "complaintClock", ComplaintClock.inTables());
        return WordsKnown.violations(models, words, Set.of("firstResponse", "warnAfter", "resolution"));
    }

    private static Map<String, String[]> thrownErrors() {
        return Arrays.stream(WORKERS)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(ThrowsBpmnError.class))
                .collect(Collectors.toMap(
                        method -> method.getAnnotation(JobWorker.class).type(),
                        method -> method.getAnnotation(ThrowsBpmnError.class).value()));
    }

    private static Worker withErrors(Worker worker, Map<String, String[]> errors) {
        var codes = errors.get(worker.type());
        return codes == null ? worker : worker.throwing(codes);
    }

    private static SentMessage message(EngineMessage message) {
        return new SentMessage(
                message.label(), message.startsProcess() ? null : message.correlationVariable(), message.variables());
    }
}
