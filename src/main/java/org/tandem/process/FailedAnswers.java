package org.tandem.process;

import io.camunda.client.api.worker.BackoffSupplier;
import io.camunda.client.jobhandling.CamundaClientExecutorService;
import io.camunda.client.jobhandling.CommandExceptionHandlingStrategy;
import io.camunda.client.jobhandling.CommandWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What becomes of a worker's answer that the engine did not take, over either protocol: while it may pass and the job is still the
 * worker's, it is given again; otherwise the job comes again after its time-out. The starter's own strategy knows gRPC only.
 *
 * <p>Commands are not logged: they show the job with its variables.
 */
@Component
class FailedAnswers implements CommandExceptionHandlingStrategy {

    private static final Logger log = LoggerFactory.getLogger(FailedAnswers.class);

    private final BackoffSupplier backoff;
    private final CamundaClientExecutorService executor;

    FailedAnswers(BackoffSupplier backoff, CamundaClientExecutorService executor) {
        this.backoff = backoff;
        this.executor = executor;
    }

    @Override
    public void handleCommandError(CommandWrapper command, Throwable failure) {
        var reason = EngineFailure.reason(failure);
        switch (EngineFailure.of(failure)) {
            case GONE -> log.debug("A job is over or somebody else's, so its answer is not needed: {}", reason);
            case BUSY, AWAY -> {
                if (command.hasMoreRetries()) {
                    command.increaseBackoffUsing(backoff);
                    command.scheduleExecutionUsing(executor.get());
                } else {
                    log.warn("The engine has not heard the answer to a job, which comes again: {}", reason);
                }
            }
            case ALREADY_THERE, REFUSED ->
                log.error("The engine refuses the answer to a job, which comes again: {}", reason);
        }
    }
}
