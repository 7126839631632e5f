package org.tandem.assistant.classifier;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Spreads the items of one step over a given number of threads and reports how far it has come. */
final class Workers {

    private final int threads;
    private final Progress progress;

    Workers(int threads, Progress progress) {
        this.threads = threads;
        this.progress = progress;
    }

    int threads() {
        return threads;
    }

    void forEach(String step, int items, IntConsumer work) {
        forEach(step, 0, items, items, work);
    }

    /** Does the items of a step that is done in several pieces. */
    void forEach(String step, int from, int to, int all, IntConsumer work) {
        var done = new AtomicInteger(from);
        IntConsumer counted = item -> {
            work.accept(item);
            progress.report(step, done.incrementAndGet(), all);
        };
        if (threads == 1) {
            IntStream.range(from, to).forEach(counted);
            return;
        }
        try (var pool = new ForkJoinPool(threads)) {
            pool.submit(() -> IntStream.range(from, to).parallel().forEach(counted))
                    .join();
        }
    }
}
