package org.tandem.engine;

/**
 * What the engine has done since its start, and what it holds.
 *
 * @param commands commands executed, those refused included
 * @param groups groups committed
 * @param things things written, each once a group
 * @param commitMicros time spent committing, in microseconds
 * @param answered commands answered
 * @param answerMicros time from being asked to being answered, summed up, in microseconds
 * @param activatableJobs jobs that wait for a worker
 * @param failedJobs jobs with an incident
 */
public record Statistics(
        long commands,
        long rejected,
        long groups,
        long things,
        long commitMicros,
        long answered,
        long answerMicros,
        long instances,
        long incidents,
        long userTasks,
        long activatableJobs,
        long activatedJobs,
        long failedJobs) {

    static final Statistics NONE = new Statistics(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}
