package org.tandem.engine.rest.http;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * What is done for one method and path. A path is like {@code /v2/jobs/*&#47;completion}, a star for one part, two at the end for any
 * number; the method {@code *} stands for all.
 *
 * @param reads whether it asks the database and so must not run on an event loop
 */
public record Route(String method, String path, Handler handler, boolean reads) {

    /** Answers now or later. */
    @FunctionalInterface
    public interface Handler {
        CompletableFuture<Answer> answer(Call call);
    }

    public static Route of(String method, String path, Handler handler) {
        return new Route(method, path, handler, false);
    }

    /** Of something that takes its time. */
    public static Route reading(String method, String path, Function<Call, Answer> handler) {
        return new Route(method, path, call -> CompletableFuture.completedFuture(handler.apply(call)), true);
    }

    List<String> parts() {
        return parts(path);
    }

    static List<String> parts(String path) {
        return List.of(path.substring(1).split("/", -1));
    }
}
