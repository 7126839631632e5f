package org.tandem.engine.state;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Work for a job worker.
 *
 * @param deadline when an activated job times out, or when one that backs off can be activated again; else 0
 */
public record Job(
        long key,
        String type,
        long element,
        long processInstance,
        State state,
        int retries,
        String worker,
        long deadline,
        Map<String, String> headers,
        @Nullable String errorCode,
        @Nullable String errorMessage,
        long createdAt,
        long endedAt)
        implements Entity {

    public enum State {
        ACTIVATABLE,
        ACTIVATED,
        /** Failed with retries left; becomes activatable at its deadline. */
        BACKING_OFF,
        /** Failed without retries: there is an incident. */
        FAILED,
        /** Nobody catches the error that the worker threw: there is an incident. */
        ERROR_UNCAUGHT,
        COMPLETED,
        ERROR_THROWN,
        CANCELED
    }

    @Override
    public boolean isFinished() {
        return endedAt != 0;
    }

    public Job activated(String by, long until) {
        return new Job(
                key,
                type,
                element,
                processInstance,
                State.ACTIVATED,
                retries,
                by,
                until,
                headers,
                errorCode,
                errorMessage,
                createdAt,
                0);
    }

    public Job activatable() {
        return new Job(
                key,
                type,
                element,
                processInstance,
                State.ACTIVATABLE,
                retries,
                worker,
                0,
                headers,
                errorCode,
                errorMessage,
                createdAt,
                0);
    }

    public Job failed(State next, int left, long until, @Nullable String message) {
        return new Job(
                key,
                type,
                element,
                processInstance,
                next,
                left,
                worker,
                until,
                headers,
                errorCode,
                message,
                createdAt,
                0);
    }

    public Job withError(@Nullable String code, @Nullable String message) {
        return new Job(
                key,
                type,
                element,
                processInstance,
                State.ERROR_UNCAUGHT,
                retries,
                worker,
                0,
                headers,
                code,
                message,
                createdAt,
                0);
    }

    public Job withRetries(int left) {
        return new Job(
                key,
                type,
                element,
                processInstance,
                state,
                left,
                worker,
                deadline,
                headers,
                errorCode,
                errorMessage,
                createdAt,
                endedAt);
    }

    public Job withDeadline(long until) {
        return new Job(
                key,
                type,
                element,
                processInstance,
                state,
                retries,
                worker,
                until,
                headers,
                errorCode,
                errorMessage,
                createdAt,
                endedAt);
    }

    public Job ended(State how, long at) {
        return new Job(
                key,
                type,
                element,
                processInstance,
                how,
                retries,
                worker,
                0,
                headers,
                errorCode,
                errorMessage,
                createdAt,
                at);
    }
}
