package org.tandem.platform;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits until a child answers, telling how long it has been; a child that dies meanwhile is reported at once. */
final class Readiness implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final int PAUSE_MILLIS = 250;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Progress progress;

    Readiness(Progress progress) {
        this.progress = progress;
    }

    void await(ChildProcess child, URI probe) throws InterruptedException {
        var begun = System.nanoTime();
        while (!answers(probe)) {
            var waited = Duration.ofNanos(System.nanoTime() - begun);
            progress.show("%s is starting, %d s ...".formatted(child.name(), waited.toSeconds()));
            if (waited.compareTo(LIMIT) > 0) {
                throw child.failure("did not get ready within %d minutes".formatted(LIMIT.toMinutes()));
            }
            if (child.process().waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                throw child.failure(
                        "ended with code %d".formatted(child.process().exitValue()));
            }
        }
    }

    private boolean answers(URI probe) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(probe).timeout(Duration.ofSeconds(5));
            return http.send(request.build(), BodyHandlers.discarding()).statusCode() < 300;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
