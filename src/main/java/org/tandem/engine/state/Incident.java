package org.tandem.engine.state;

/**
 * Something that a person has to look at before an element goes on.
 *
 * @param type as the Camunda API names it, for example {@code JOB_NO_RETRIES}
 * @param job the job that failed, or 0
 * @param phase what is tried again when it is resolved
 */
public record Incident(
        long key,
        String type,
        String message,
        long element,
        long processInstance,
        long job,
        Phase phase,
        long createdAt,
        long resolvedAt)
        implements Entity {

    public enum Phase {
        ACTIVATE,
        COMPLETE,
        JOB
    }

    @Override
    public boolean isFinished() {
        return resolvedAt != 0;
    }

    public Incident resolved(long at) {
        return new Incident(key, type, message, element, processInstance, job, phase, createdAt, at);
    }
}
