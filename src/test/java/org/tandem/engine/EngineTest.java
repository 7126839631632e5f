package org.tandem.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.camunda.zeebe.model.bpmn.Bpmn;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tandem.engine.core.Rejection;
import org.tandem.engine.core.Rejection.Reason;
import org.tandem.engine.state.ElementInstance;
import org.tandem.engine.state.JsonValue;
import org.tandem.engine.store.Stores;

/** Who hears what, and when. */
@Timeout(60)
class EngineTest {

    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");

    private final FragileStore store = new FragileStore(Stores.inMemory());
    private final Engine engine = new Engine(store, InstantSource.fixed(NOON));

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
    void anAnswerComesWhenItIsOnTheDisk() throws SQLException {
        store.hold();
        var created = engine.submit(Asked.create(Asked.WORK));
        await().until(store::isCommitting);

        assertThat(created).isNotDone();
        assertThat(instances("ACTIVE")).isZero();

        store.letGo();

        assertThat(created.join().isActive()).isTrue();
        assertThat(instances("ACTIVE")).isOne();
    }

    @Test
    void aRefusalComesWhenWhatItRestsOnIsOnTheDisk() {
        store.hold();
        var created = engine.submit(Asked.create(Asked.WORK));
        var refused = engine.submit(Asked.create("unknown"));
        await().until(store::isCommitting);

        assertThat(refused).isNotDone();

        store.letGo();

        assertThat(reason(refused)).isEqualTo(Reason.NOT_FOUND);
        assertThat(created).isCompleted();
    }

    @Test
    void jobsAreHandedOutWhenThatIsOnTheDisk() {
        var poll = engine.activateJobs(Asked.one());
        store.hold();
        engine.submit(Asked.create(Asked.WORK));
        await().until(store::isCommitting);

        assertThat(poll.answer()).isNotDone();

        store.letGo();

        assertThat(poll.answer().join()).hasSize(1);
    }

    @Test
    void workersGetJobsInTheOrderTheyCame() {
        var first = engine.activateJobs(Asked.one());
        var second = engine.activateJobs(Asked.one());

        engine.submit(Asked.create(Asked.WORK)).join();

        assertThat(first.answer().join()).hasSize(1);
        assertThat(second.answer()).isNotDone();

        engine.submit(Asked.create(Asked.WORK)).join();

        assertThat(second.answer().join())
                .hasSize(1)
                .doesNotContainAnyElementsOf(first.answer().join());
    }

    @Test
    void aWorkerThatHungUpGetsNoJobs() {
        var gone = engine.activateJobs(Asked.one());
        var patient = engine.activateJobs(Asked.one());
        engine.hangUp(gone);

        engine.submit(Asked.create(Asked.WORK)).join();

        assertThat(patient.answer().join()).hasSize(1);
        assertThat(gone.answer().join()).isEmpty();
    }

    @Test
    void aWorkerThatDoesNotWaitHearsAtOnceThatThereIsNothing() {
        var poll = engine.activateJobs(new ActivateJobs(Asked.WORK, "test", 1_000, 1, List.of(), 0));

        assertThat(poll.answer().join()).isEmpty();
    }

    @Test
    void aWorkerHearsWhenItsTimeIsOverThatThereWasNothing() {
        var poll = engine.activateJobs(new ActivateJobs(Asked.WORK, "test", 1_000, 1, List.of(), 20));

        assertThat(poll.answer().join()).isEmpty();
    }

    @Test
    void jobsOfAWorkerThatIsGoneGoToTheNextOneAndThoseOfOthersStayTheirs() {
        engine.submit(Asked.create(Asked.WORK)).join();
        engine.submit(Asked.create(Asked.WORK)).join();
        var dead = engine.activateJobs(new ActivateJobs(Asked.WORK, "dead", 60_000, 1, List.of(), 0))
                .answer()
                .join();
        engine.activateJobs(new ActivateJobs(Asked.WORK, "alive", 60_000, 1, List.of(), 0))
                .answer()
                .join();

        assertThat(engine.giveBackJobsOf("dead").join()).isOne();

        var next = engine.activateJobs(new ActivateJobs(Asked.WORK, "next", 60_000, 5, List.of(), 0));
        assertThat(next.answer().join())
                .extracting(given -> given.job().key())
                .containsExactly(dead.getFirst().job().key());
    }

    @Test
    void jobsThatAreGivenBackGoToTheNextWorkerAtOnce() {
        engine.submit(Asked.create(Asked.WORK)).join();
        var lost = engine.activateJobs(Asked.one()).answer().join();
        var next = engine.activateJobs(Asked.one());

        engine.giveBack(lost);

        assertThat(next.answer().join())
                .singleElement()
                .extracting(activated -> activated.job().key())
                .isEqualTo(lost.getFirst().job().key());
    }

    @Test
    void whoeverWaitsForAnInstanceHearsOfItsEndWithItsVariables() {
        var finished = engine.createAndAwait(Asked.create(Asked.WORK));
        var job = engine.activateJobs(Asked.one()).answer().join().getFirst();

        assertThat(finished).isNotDone();

        engine.submit(Asked.complete(job, Map.of("price", JsonValue.of(12)))).join();

        assertThat(finished.join().instance().key()).isEqualTo(job.element().processInstance());
        assertThat(finished.join().variables()).containsEntry("price", JsonValue.of(12));
    }

    @Test
    void whoeverWaitsForAnInstanceThatCannotBeCreatedHearsWhy() {
        assertThat(reason(engine.createAndAwait(Asked.create("unknown")))).isEqualTo(Reason.NOT_FOUND);
    }

    @Test
    void whatIsDueHasHappenedWhenTheClockHasBeenMoved() throws SQLException {
        engine.submit(Asked.deploy(Bpmn.createExecutableProcess("wait")
                        .startEvent()
                        .intermediateCatchEvent("waited", event -> event.timerWithDuration("PT2H"))
                        .endEvent()
                        .done()))
                .join();
        engine.submit(Asked.create("wait")).join();

        engine.moveClock(Duration.ofHours(1).toMillis()).join();
        assertThat(instances("COMPLETED")).isZero();

        var now = engine.moveClock(Duration.ofHours(1).toMillis()).join();

        assertThat(instances("COMPLETED")).isOne();
        assertThat(now).isEqualTo(NOON.plus(Duration.ofHours(2)).toEpochMilli()).isEqualTo(engine.now());
    }

    @Test
    void evenMoreThanFitsIntoOneGroupHasHappenedWhenTheClockHasBeenMoved() throws SQLException {
        engine.submit(Asked.deploy(Bpmn.createExecutableProcess("ring")
                        .startEvent()
                        .serviceTask("task", task -> task.zeebeJobType("never"))
                        .boundaryEvent(
                                "rung", event -> event.cancelActivity(false).timerWithCycle("R9000/PT1S"))
                        .endEvent("heard")
                        .moveToActivity("task")
                        .endEvent()
                        .done()))
                .join();
        engine.submit(Asked.create("ring")).join();

        engine.moveClock(Duration.ofHours(3).toMillis()).join();

        assertThat(count("select count(*) from element_instance where element_id = 'heard'"))
                .isEqualTo(9_000);
    }

    @Test
    void theClockCanShowTheMachinesTimeAgain() {
        engine.moveClock(3_600_000).join();

        assertThat(engine.resetClock().join()).isEqualTo(NOON.toEpochMilli()).isEqualTo(engine.now());
    }

    @Test
    void everythingIsForgottenAndWhoeverWaitsIsReleased() throws SQLException {
        var poll = engine.activateJobs(new ActivateJobs("other", "test", 1_000, 1, List.of(), 600_000));
        var finished = engine.createAndAwait(Asked.create(Asked.WORK));
        var before = engine.changeId();

        var change = engine.purge().join();

        assertThat(change).isGreaterThan(before).isEqualTo(engine.changeId());
        assertThat(poll.answer().join()).isEmpty();
        assertThat(reason(finished)).isEqualTo(Reason.NOT_FOUND);
        assertThat(reason(engine.submit(Asked.create(Asked.WORK)))).isEqualTo(Reason.NOT_FOUND);
        assertThat(instances("ACTIVE")).isZero();
    }

    @Test
    void whatHasBeenAskedForIsDoneBeforeItCloses() throws SQLException {
        var doors = new CountDownLatch(1);
        var busy = engine.submit(core -> awaitThe(doors));
        var created = IntStream.range(0, 200)
                .mapToObj(i -> engine.submit(Asked.create(Asked.WORK)))
                .toList();
        var late = engine.activateJobs(new ActivateJobs("other", "test", 1_000, 1, List.of(), 600_000));
        var finished = engine.createAndAwait(Asked.create(Asked.WORK));

        var closed = CompletableFuture.runAsync(engine::close);
        await().until(() -> engine.submit(core -> true).isCompletedExceptionally());
        doors.countDown();
        closed.join();

        assertThat(busy).isCompleted();
        assertThat(created).allMatch(future -> !future.isCompletedExceptionally() && future.isDone());
        assertThat(instances("ACTIVE")).isEqualTo(201);
        assertThat(late.answer()).isCompletedWithValue(List.of());
        assertThat(finished).isCompletedExceptionally();
        assertThat(reason(finished)).isEqualTo(Reason.UNAVAILABLE);
    }

    @Test
    void afterThatEverythingIsRefused() {
        engine.close();

        assertThat(reason(engine.submit(Asked.create(Asked.WORK)))).isEqualTo(Reason.UNAVAILABLE);
        assertThat(reason(engine.createAndAwait(Asked.create(Asked.WORK)))).isEqualTo(Reason.UNAVAILABLE);
        assertThat(reason(engine.activateJobs(Asked.one()).answer())).isEqualTo(Reason.UNAVAILABLE);
        assertThat(engine.failure()).isNull();
    }

    @Test
    void moreThanItCanKeepInMindIsRefused() {
        var doors = theEngineIsBusy();
        var asked = IntStream.range(0, 10_100)
                .mapToObj(i -> engine.submit(core -> true))
                .toList();

        var refused = asked.stream()
                .filter(CompletableFuture::isCompletedExceptionally)
                .toList();

        doors.countDown();

        assertThat(refused).hasSize(100).allMatch(future -> reason(future) == Reason.RESOURCE_EXHAUSTED);
        assertThat(asked.stream().filter(future -> !refused.contains(future)).map(CompletableFuture::join))
                .containsOnly(true);
    }

    @Test
    void anErrorInACommandChangesNothingAndTheEngineGoesOn() throws SQLException {
        var failed = engine.submit(core -> {
            Asked.create(Asked.WORK).run(core);
            throw new StackOverflowError("too deep");
        });

        assertThatThrownBy(failed::join).hasRootCauseInstanceOf(StackOverflowError.class);
        assertThat(engine.submit(Asked.create(Asked.WORK)).join().isActive()).isTrue();
        assertThat(instances("ACTIVE")).isOne();
    }

    @Test
    void jobsOfAWorkerThatHungUpComeBackHoweverMuchThereIsToDo() {
        engine.submit(Asked.create(Asked.WORK)).join();
        var lost = engine.activateJobs(Asked.one()).answer().join();
        var gone = engine.activateJobs(Asked.one());
        var next = engine.activateJobs(Asked.one());
        var doors = theEngineIsBusy();
        IntStream.range(0, 10_100).forEach(i -> engine.submit(core -> true));

        engine.hangUp(gone);
        engine.giveBack(lost);
        doors.countDown();

        assertThat(next.answer().join()).hasSize(1);
        assertThat(gone.answer().join()).isEmpty();
    }

    /** It works on one command, and has taken no others with it, until the latch opens. */
    private CountDownLatch theEngineIsBusy() {
        var inside = new CountDownLatch(1);
        var doors = new CountDownLatch(1);
        engine.submit(core -> {
            inside.countDown();
            return awaitThe(doors);
        });
        awaitThe(inside);
        return doors;
    }

    private static boolean awaitThe(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Reason reason(CompletableFuture<?> refused) {
        try {
            refused.join();
            throw new AssertionError("It was not refused");
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof Rejection rejection) {
                return rejection.reason();
            }
            throw failed;
        }
    }

    private long instances(String state) throws SQLException {
        return count("select count(*) from process_instance where state = '%s'"
                .formatted(ElementInstance.State.valueOf(state)));
    }

    private long count(String query) throws SQLException {
        try (var connection = engine.history().getConnection();
                var statement = connection.createStatement();
                var found = statement.executeQuery(query)) {
            found.next();
            return found.getLong(1);
        }
    }
}
