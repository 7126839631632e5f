package org.tandem.engine.rest.http;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** A request on its way to an answer, with what stands in the place of the wildcards of its route. */
public final class Call {

    private final Request request;
    private final List<String> parameters;
    private final CompletableFuture<Void> gone;
    private final Executor executor;

    Call(Request request, List<String> parameters, CompletableFuture<Void> gone, Executor executor) {
        this.request = request;
        this.parameters = parameters;
        this.gone = gone;
        this.executor = executor;
    }

    /** Runs when the client hangs up before it is answered. */
    public void whenGone(Runnable then) {
        gone.thenRun(then);
    }

    /** Where an answer that comes from somewhere else is put together. */
    public Executor executor() {
        return executor;
    }

    public String parameter() {
        return parameters.getFirst();
    }

    /** The key in the path. */
    public long key() {
        return Keys.read("The key in the path", parameter());
    }

    public @Nullable String query(String name) {
        return request.query().get(name);
    }

    public @Nullable String contentType() {
        return request.header("content-type");
    }

    public byte[] content() {
        return request.content();
    }

    /** The fields of the JSON body. */
    public Body body() {
        var type = contentType();
        if (request.content().length > 0
                && type != null
                && !type.toLowerCase(Locale.ROOT).contains("json")) {
            throw Problem.of(
                    415, "UNSUPPORTED_MEDIA_TYPE", "The body is '%s'; it must be 'application/json'.".formatted(type));
        }
        return Body.of(Json.read(request.content()));
    }
}
