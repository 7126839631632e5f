package org.tandem.process;

import io.camunda.client.exception.CamundaError;
import io.camunda.client.jobhandling.CommandExceptionHandlingStrategy;
import io.camunda.client.jobhandling.DefaultJobExceptionHandlingStrategy;
import io.camunda.client.jobhandling.JobExceptionHandlingStrategy;
import io.camunda.client.metrics.MetricsRecorder;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What becomes of a job whose worker failed: it is tried again after a pause, so that a fault that passes does not use up the job's
 * retries within a moment. The last failure is an incident and told as an error.
 */
@Component
class FailedJobs implements JobExceptionHandlingStrategy {

    private static final Logger log = LoggerFactory.getLogger(FailedJobs.class);

    private final JobExceptionHandlingStrategy errors;
    private final Duration pause;

    FailedJobs(
            CommandExceptionHandlingStrategy answers,
            MetricsRecorder metrics,
            @Value("${tandem.process.retry-pause:PT2S}") Duration pause) {
        this.errors = new DefaultJobExceptionHandlingStrategy(answers, metrics);
        this.pause = pause;
    }

    @Override
    public void handleException(Exception failure, ExceptionHandlingContext context) throws Exception {
        if (failure instanceof CamundaError known) {
            errors.handleException(known, context);
            return;
        }
        var job = context.job();
        var left = Math.max(0, job.getRetries() - 1);
        if (left == 0) {
            log.error(
                    "{} of process instance {} failed for good: its case stands still until the incident is resolved",
                    job.getElementId(),
                    job.getProcessInstanceKey(),
                    failure);
        } else {
            log.warn(
                    "{} of process instance {} failed and is tried {} times more: {}",
                    job.getElementId(),
                    job.getProcessInstanceKey(),
                    left,
                    failure.toString());
        }
        errors.handleException(CamundaError.jobError(failure.toString(), null, left, pause, failure), context);
    }
}
