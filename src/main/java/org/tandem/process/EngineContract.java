package org.tandem.process;

import io.camunda.client.annotation.JobWorker;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.tandem.policy.states.Capabilities;
import org.tandem.policy.states.Capabilities.SentMessage;
import org.tandem.policy.states.Capabilities.Worker;

/** What models may count on, read from the job workers and messages themselves, so that it cannot differ from them. */
public final class EngineContract {

    private static final Class<?>[] WORKERS = {
        AiAttemptWorker.class,
        PersonWorker.class,
        ClosingWorker.class,
        ReviewWorker.class,
        AutomationWorker.class,
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
