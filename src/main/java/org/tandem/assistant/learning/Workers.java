package org.tandem.assistant.learning;

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
        var done = new AtomicInteger();
        IntConsumer counted = item -> {
            work.accept(item);
            progress.report(step, done.incrementAndGet(), items);
        };
        if (threads == 1) {
            IntStream.range(0, items).forEach(counted);
            return;
        }
        try (var pool = new ForkJoinPool(threads)) {
            pool.submit(() -> IntStream.range(0, items).parallel().forEach(counted))
                    .join();
        }
    }
}
