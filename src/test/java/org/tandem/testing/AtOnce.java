package org.tandem.testing;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Many do something at the same time. */
public final class AtOnce {

    /** What each of them does, told its number, from 0. */
    @FunctionalInterface
    public interface Work<T> {
        T on(int number) throws Exception;
    }

    private AtOnce() {}

    /** What came of it for each, in the order of their numbers; fails if it failed for any. */
    public static <T> Stream<T> atOnce(int many, Work<T> work) throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(many)) {
            return threads
                    .invokeAll(IntStream.range(0, many)
                            .<Callable<T>>mapToObj(number -> () -> work.on(number))
                            .toList())
                    .stream()
                    .map(Future::resultNow);
        }
    }
}
