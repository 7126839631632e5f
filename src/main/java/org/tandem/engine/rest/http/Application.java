package org.tandem.engine.rest.http;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandem.engine.core.Rejection;

/** Answers every request: checks who calls, finds the route, and tells what went wrong as a problem. */
public final class Application implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Application.class);
    /** Larger bodies are not read on the event loop. */
    private static final int LARGE = 32 << 10;

    private final Access access;
    private final Set<String> open;
    private final Routes routes;
    private final Readers readers = new Readers();

    /** {@code open} are the paths that need no password. */
    public Application(
            Set<String> hosts, @Nullable String user, @Nullable String password, Set<String> open, List<Route> routes) {
        this.access = new Access(hosts, user, password);
        this.open = open;
        this.routes = new Routes(routes);
    }

    /** Never fails and never waits. */
    CompletableFuture<Answer> answer(Request request, CompletableFuture<Void> gone, Executor executor) {
        return begin(request, gone, executor)
                .exceptionally(failure -> problem(failure, request).answer(request.path()));
    }

    private CompletableFuture<Answer> begin(Request request, CompletableFuture<Void> gone, Executor executor) {
        try {
            access.check(request, open.contains(request.path()));
            var match = routes.find(request.method(), request.path());
            var call = new Call(request, match.parameters(), gone, executor);
            var handler = match.route().handler();
            return match.route().reads() || request.content().length > LARGE
                    ? readers.run(() -> handler.answer(call))
                    : handler.answer(call);
        } catch (RuntimeException failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }

    private static Problem problem(Throwable failure, Request request) {
        var cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return switch (cause) {
            case Problem problem -> problem;
            case Rejection rejection ->
                Problem.of(
                        rejection.reason().status(), rejection.reason().name(), String.valueOf(rejection.getMessage()));
            default -> {
                log.error("{} {} failed", request.method(), request.path(), cause);
                yield Problem.of(500, "INTERNAL", "The engine has made a mistake; its log tells more.");
            }
        };
    }

    @Override
    public void close() {
        readers.close();
    }
}
