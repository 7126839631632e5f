package org.tandem.process;

import io.camunda.client.api.command.ClientHttpException;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.InternalClientException;
import io.camunda.client.api.command.ProblemException;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import org.apache.hc.core5.reactor.IOReactorShutdownException;
import org.jspecify.annotations.Nullable;

/** What it means that a command failed, the same over REST and gRPC. */
enum EngineFailure {
    /** The engine has heard it before. */
    ALREADY_THERE,
    /** What the command is about is no longer there. */
    GONE,
    /** The engine has too much to do: soon again. */
    BUSY,
    /** The engine cannot be reached, does not answer or is in trouble: later again. */
    AWAY,
    /** The engine will not do it, however often it is told. */
    REFUSED;

    private static final String INVALID_STATE = "INVALID_STATE";

    static EngineFailure of(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            var meaning = meaning(cause);
            if (meaning != null) {
                return meaning;
            }
        }
        return REFUSED;
    }

    /** The engine's own words, as far as it said any. */
    static String reason(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            var words = words(cause);
            if (words != null && !words.isBlank()) {
                return words;
            }
        }
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }

    /** Whether the same command may succeed later. */
    boolean passes() {
        return this == BUSY || this == AWAY;
    }

    /** Whether the command did not fit the state of what it is about. */
    static boolean isConflict(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ClientHttpException http && http.code() == 409) {
                return true;
            }
        }
        return false;
    }

    /** Whether the engine knows nobody of that name and password, or does not allow them to do it. */
    static boolean isNotLetIn(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ClientHttpException http && (http.code() == 401 || http.code() == 403)
                    || cause instanceof ClientStatusException status && isNotLetIn(status.getStatusCode())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNotLetIn(Status.Code code) {
        return code == Status.Code.UNAUTHENTICATED || code == Status.Code.PERMISSION_DENIED;
    }

    private static @Nullable EngineFailure meaning(Throwable cause) {
        return switch (cause) {
            case ClientStatusException grpc -> of(grpc.getStatusCode());
            case StatusRuntimeException grpc -> of(grpc.getStatus().getCode());
            case ClientHttpException http -> of(http);
            case InternalClientException ours -> REFUSED;
            case IOException unreachable -> AWAY;
            case IOReactorShutdownException closing -> AWAY;
            case TimeoutException silent -> AWAY;
            case CancellationException stopping -> AWAY;
            case InterruptedException stopping -> AWAY;
            default -> null;
        };
    }

    private static EngineFailure of(Status.Code code) {
        return switch (code) {
            case ALREADY_EXISTS -> ALREADY_THERE;
            case NOT_FOUND -> GONE;
            case RESOURCE_EXHAUSTED -> BUSY;
            case UNAVAILABLE, DEADLINE_EXCEEDED, CANCELLED, ABORTED, INTERNAL, UNKNOWN, DATA_LOSS -> AWAY;
            default -> REFUSED;
        };
    }

    /** Over REST a wrong state is a conflict too, but nothing that has been done before. */
    private static EngineFailure of(ClientHttpException failure) {
        return switch (failure.code()) {
            case 409 -> isWrongState(failure) ? REFUSED : ALREADY_THERE;
            case 404 -> GONE;
            case 429, 503 -> BUSY;
            case 408, 500, 502, 504 -> AWAY;
            default -> REFUSED;
        };
    }

    private static boolean isWrongState(ClientHttpException failure) {
        return failure instanceof ProblemException problem
                && INVALID_STATE.equals(problem.details().getTitle());
    }

    private static @Nullable String words(Throwable cause) {
        return switch (cause) {
            case ProblemException problem -> problem.details().getDetail();
            case ClientStatusException grpc -> grpc.getStatus().getDescription();
            case StatusRuntimeException grpc -> grpc.getStatus().getDescription();
            default -> null;
        };
    }
}
