package org.tandem.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tandem.engine.core.Rejection;
import org.tandem.engine.core.Rejection.Reason;
import org.tandem.engine.state.ElementInstance;
import org.tandem.engine.store.Stores;

/** A disk that is full, a database that goes away: the engine stops, says why, keeps nobody waiting and has lost nothing that it promised. */
@Timeout(60)
class EngineFailureTest {

    private static final String FAILURE = "database cannot be written: " + FragileStore.CAUSE;

    private final FragileStore store = new FragileStore(Stores.inMemory());
    private final Engine engine = new Engine(store, InstantSource.system());

    @BeforeEach
    void deploy() {
        engine.submit(Asked.deploy(Asked.work())).join();
    }

    @AfterEach
    void end() {
        store.letGo();
        engine.close();
        store.end();
    }

    @Test
    void whoeverWaitsHearsWhy() {
        store.hold();
        var written = engine.submit(Asked.create(Asked.WORK));
        await().until(store::isCommitting);
        store.failAfter(0);
        var waiting = new ArrayList<CompletableFuture<?>>(List.of(
                written,
                engine.submit(Asked.create(Asked.WORK)),
                engine.submit(Asked.create("unknown")),
                engine.createAndAwait(Asked.create(Asked.WORK)),
                engine.moveClock(1),
                engine.activateJobs(new ActivateJobs("other", "test", 1_000, 1, List.of(), 600_000))
                        .answer()));

        store.letGo();

        assertThat(waiting).allSatisfy(EngineFailureTest::isRefused);
    }

    @Test
    void afterThatEverythingIsRefusedAtOnceAndClosingIsQuick() {
        store.failAfter(0);
        isRefused(engine.submit(Asked.create(Asked.WORK)));

        assertThat(engine.failure()).hasMessage(FragileStore.CAUSE);
        assertThat(List.of(
                        engine.submit(Asked.create(Asked.WORK)),
                        engine.createAndAwait(Asked.create(Asked.WORK)),
                        engine.purge(),
                        engine.activateJobs(Asked.one()).answer()))
                .allMatch(CompletableFuture::isCompletedExceptionally)
                .allSatisfy(EngineFailureTest::isRefused);

        var begin = System.nanoTime();
        engine.close();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
        isRefused(engine.submit(Asked.create(Asked.WORK)));
    }

    @Test
    void theNextEngineHasEverythingThatWasAnswered() throws InterruptedException {
        store.failAfter(20);
        var asked = new ConcurrentLinkedQueue<CompletableFuture<ElementInstance>>();
        var clients = Stream.generate(() -> Thread.ofVirtual().start(() -> {
                    var last = CompletableFuture.<ElementInstance>completedFuture(null);
                    while (!last.isCompletedExceptionally()) {
                        last = engine.submit(Asked.create(Asked.WORK));
                        asked.add(last);
                        last.exceptionally(failure -> null).join();
                    }
                }))
                .limit(8)
                .toList();
        for (var client : clients) {
            client.join();
        }
        engine.close();
        store.mend();

        var answered = asked.stream()
                .filter(future -> !future.isCompletedExceptionally())
                .map(future -> future.join().key())
                .toList();
        assertThat(answered).hasSizeGreaterThanOrEqualTo(20).doesNotHaveDuplicates();
        try (var next = new Engine(store, InstantSource.system())) {
            var jobs = next.activateJobs(new ActivateJobs(Asked.WORK, "test", 60_000, 10_000, List.of(), 0))
                    .answer()
                    .join();
            assertThat(jobs).extracting(job -> job.element().processInstance()).containsAll(answered);
        }
    }

    @RepeatedTest(20)
    void wheneverItFailsNobodyWaitsForEver() throws InterruptedException {
        store.failAfter(ThreadLocalRandom.current().nextInt(1, 10));
        var start = new CountDownLatch(1);
        var asked = new ConcurrentLinkedQueue<CompletableFuture<?>>();
        var clients = IntStream.range(0, 4)
                .mapToObj(client -> Thread.ofPlatform().start(() -> {
                    start.countDown();
                    while (engine.failure() == null) {
                        asked.add(engine.submit(Asked.create(Asked.WORK)));
                        asked.add(engine.submit(Asked.create("unknown")));
                        Thread.yield();
                    }
                }))
                .toList();
        start.await();
        for (var client : clients) {
            client.join();
        }

        await().atMost(5, TimeUnit.SECONDS).until(() -> asked.stream().allMatch(CompletableFuture::isDone));
    }

    private static void isRefused(CompletableFuture<?> asked) {
        assertThatThrownBy(() -> asked.get(10, TimeUnit.SECONDS))
                .cause()
                .isInstanceOf(Rejection.class)
                .hasMessageContaining(FAILURE)
                .extracting(failure -> ((Rejection) failure).reason())
                .isEqualTo(Reason.UNAVAILABLE);
    }
}
