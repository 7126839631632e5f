package org.tandem.engine.rest.http;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Virtual threads for what may take its time, a few at once; whoever waits too long for a place is told to come again. */
final class Readers implements AutoCloseable {

    private static final int AT_ONCE = 8;
    private static final int PATIENCE_SECONDS = 10;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    <T> CompletableFuture<T> run(Supplier<CompletableFuture<T>> task) {
        return CompletableFuture.supplyAsync(() -> inPlace(task), threads).thenCompose(answer -> answer);
    }

    private <T> T inPlace(Supplier<T> task) {
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw Problem.of(503, "RESOURCE_EXHAUSTED", "Too many requests are being answered; try again later.");
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw Problem.of(503, "UNAVAILABLE", "The engine is stopping.");
        }
        try {
            return task.get();
        } finally {
            places.release();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
