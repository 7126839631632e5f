package org.tandem.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tandem.engine.state.Assignment;
import org.tandem.engine.state.DecisionInstance;
import org.tandem.engine.state.Definition;
import org.tandem.engine.state.ElementInstance;
import org.tandem.engine.state.Entity;
import org.tandem.engine.state.Incident;
import org.tandem.engine.state.Job;
import org.tandem.engine.state.JsonValue;
import org.tandem.engine.state.Message;
import org.tandem.engine.state.Meta;
import org.tandem.engine.state.State;
import org.tandem.engine.state.Subscription;
import org.tandem.engine.state.Timer;
import org.tandem.engine.state.UserTask;
import org.tandem.engine.state.Variable;

/** What every store does, on whatever database. */
abstract class StoreBehaviour {

    static final long NOW = 1_800_000_000_000L;

    Store store;
    final State state = new State();

    /** The same database each time. */
    abstract Store open();

    @BeforeEach
    void openStore() {
        store = open();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    void commit(Consumer<State> command) {
        command.accept(state);
        store.commit(state.takeChanges());
    }

    void commit(List<? extends Entity> entities) {
        commit(s -> entities.forEach(s::put));
    }

    State loaded() {
        var loaded = new State();
        store.load(loaded);
        return loaded;
    }

    /** All rows of all tables, finished or not, but the engine's own affairs. */
    List<Entity> written() {
        var all = new ArrayList<Entity>();
        try (var connection = store.reading().getConnection();
                var statement = connection.createStatement()) {
            for (var table : Tables.PURGED) {
                var query = table == InstanceTables.PROCESS_INSTANCE
                        ? "select t.*, d.definition_id as element_id from process_instance t left join definition d on d.id = t.definition"
                        : "select t.* from %s t".formatted(table.name());
                try (var found = statement.executeQuery(query + " order by t.id")) {
                    while (found.next()) {
                        all.add(table.reader().apply(new Row(found)));
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return all;
    }

    @Test
    void everyKindOfThingIsReadBackAsItWasWritten() {
        commit(Samples.all());

        assertThat(written()).containsExactlyInAnyOrderElementsOf(Samples.all());
    }

    @Test
    void whatHasChangedIsReadBackAsItIsNow() {
        commit(Samples.all());
        var task = Samples.element(Samples.TASK, Samples.INSTANCE);
        var job = state.get(Job.class, 50).activated("me", NOW).withError("E", "no");
        var changed = List.of(
                task.withIncident(9).withChild(8).withResult(Map.of("a", JsonValue.of(1))),
                state.get(ElementInstance.class, 21).ended(ElementInstance.State.COMPLETED, NOW, List.of()),
                state.get(Variable.class, 40).with(JsonValue.of("new")),
                job.ended(Job.State.CANCELED, NOW),
                state.get(UserTask.class, 52)
                        .updated(List.of("g"), List.of("u"), "2027-01-15T08:00:00Z", null, 1)
                        .assignedTo("eve"),
                state.get(Incident.class, 56).resolved(NOW),
                state.get(Subscription.class, 60).with(Subscription.State.CORRELATED, NOW),
                state.get(Message.class, 64).heardBy("p").expired(NOW),
                new Timer(66, Samples.TASK, Samples.PROCESS, "Timer", NOW + 1, null, 5),
                Samples.process().deleted(NOW));
        commit(changed);

        assertThat(written()).hasSize(Samples.all().size()).containsAll(changed);
    }

    @Test
    void whatHasMovedToAnotherDefinitionIsReadBackThere() {
        commit(Samples.all());
        var other = new Definition(12, Definition.Kind.PROCESS, "other", "", 1, null, "o.bpmn", "", "", 9, 0, NOW, 0);
        var instance = Samples.instance(Samples.INSTANCE, 0);
        var task = Samples.element(Samples.TASK, Samples.INSTANCE);
        List<Entity> moved = List.of(
                other,
                instance.with(instance.at().in(12, "other")),
                task.with(task.at().in(12, "b")),
                state.get(Subscription.class, 60).movedTo(12, "event", NOW + 1),
                state.get(Timer.class, 66).movedTo(12, "timer"));

        commit(moved);

        assertThat(written()).containsAll(moved);
        var loaded = loaded();
        assertThat(moved)
                .allSatisfy(entity ->
                        assertThat(loaded.find(entity.getClass(), entity.key())).isEqualTo(entity));
    }

    @Test
    void whatIsActiveIsLoadedAndNothingElse() {
        commit(Samples.all());

        var loaded = loaded();

        for (var kind : Entity.class.getPermittedSubclasses()) {
            var type = kind.asSubclass(Entity.class);
            var active = state.all(type).stream()
                    .filter(entity -> !entity.isFinished())
                    .toList();
            assertThat(List.<Entity>copyOf(loaded.all(type)))
                    .as(type.getSimpleName())
                    .isEqualTo(active);
        }
    }

    @Test
    void variablesOfWhatHasEndedAreNotLoaded() {
        commit(Samples.all());
        commit(List.of(Samples.element(Samples.TASK, Samples.INSTANCE)
                .ended(ElementInstance.State.COMPLETED, NOW, List.of())));

        assertThat(loaded().all(Variable.class)).extracting(Variable::key).containsExactly(40L);

        commit(List.of(Samples.instance(Samples.INSTANCE, 0).ended(ElementInstance.State.COMPLETED, NOW, List.of())));

        assertThat(loaded().all(Variable.class)).isEmpty();
        assertThat(written()).anyMatch(entity -> entity.key() == 40);
    }

    @Test
    void aVariableOf10MegabytesIsReadBack() {
        var large = JsonValue.of("ä🙈x".repeat(2_500_000));
        commit(List.of(
                Samples.process(),
                Samples.instance(Samples.INSTANCE, 0),
                new Variable(40, Samples.INSTANCE, Samples.INSTANCE, "large", large)));

        assertThat(loaded().get(Variable.class, 40).value().equals(large)).isTrue();
    }

    @Test
    void clockKeysAndGroupGoOnWhereTheyWere() {
        commit(s -> {
            s.newKey();
            s.put(s.meta().withClockOffset(5_000));
        });
        commit(List.of());

        assertThat(loaded().meta()).isEqualTo(state.meta());
        assertThat(loaded().meta().group()).isEqualTo(2);
    }

    @Test
    void anEmptyDatabaseGivesAnEmptyState() {
        assertThat(loaded().meta()).isEqualTo(Meta.first());
        assertThat(loaded().all(ElementInstance.class)).isEmpty();
    }

    @Test
    void whatIsRemovedIsGoneAndWhatCameAndWentWasNeverThere() {
        commit(Samples.all());
        commit(s -> {
            s.remove(s.get(Timer.class, 66));
            s.remove(s.get(Variable.class, 41));
            s.put(new Timer(99, 0, Samples.PROCESS, "x", 1, null, 0));
            s.remove(s.get(Timer.class, 99));
        });

        assertThat(written())
                .hasSize(Samples.all().size() - 2)
                .noneMatch(e -> List.of(41L, 66L, 99L).contains(e.key()));
    }

    @Test
    void aCommitThatFailsLeavesNothingAndIsTheLast() {
        commit(List.of(Samples.process()));
        state.put(Samples.instance(Samples.INSTANCE, 0));
        state.put(new Assignment(54, 1, 1, null, NOW));
        var group = state.takeChanges();
        store.commit(group);
        var before = written();

        state.put(Samples.element(Samples.TASK, Samples.INSTANCE));
        var next = state.takeChanges();
        next.byKey().putAll(group.byKey());

        assertThatThrownBy(() -> store.commit(next))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("The engine's database");
        assertThat(written()).isEqualTo(before);
        assertThatThrownBy(() -> store.commit(state.takeChanges()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("not written any more");
    }

    @Test
    void aPurgeLeavesTheEnginesOwnAffairsAndWhatCameAfterIt() {
        commit(Samples.all());
        commit(s -> {
            s.put(new Timer(98, 0, 1, "before", 1, null, 0));
            s.purge();
            s.put(new Timer(99, 0, 1, "after", 1, null, 0));
        });

        assertThat(written()).extracting(Entity::key).containsExactly(99L);
        assertThat(loaded().meta()).isEqualTo(state.meta());
    }

    @Test
    void oldInstancesAreDeletedWithWhatTheyCalledAndAllThatBelongsToThem() {
        var running = Samples.instance(200, 0);
        commit(List.of(
                Samples.process(),
                ended(100, 0, NOW - 10),
                ended(110, 100, NOW - 20),
                ended(120, 110, NOW - 30),
                ended(130, 0, NOW),
                running,
                ended(210, 200, NOW - 50),
                element(101, 100),
                element(121, 120),
                element(131, 130),
                element(211, 210),
                new Variable(102, 100, 100, "v", JsonValue.NULL),
                new Variable(212, 210, 210, "v", JsonValue.NULL),
                decision(103, 100, NOW - 10),
                decision(300, 0, NOW - 1),
                decision(301, 0, NOW),
                message(302, NOW - 1),
                message(303, NOW),
                message(304, 0)));

        assertThat(store.deleteHistory(NOW, 100)).isEqualTo(5);

        assertThat(written())
                .extracting(Entity::key)
                .containsExactlyInAnyOrder(Samples.PROCESS, 130L, 200L, 210L, 131L, 211L, 212L, 301L, 303L, 304L);
        assertThat(store.deleteHistory(NOW, 100)).isZero();
    }

    @Test
    void everythingThatBelongsToAnOldInstanceIsDeleted() {
        commit(Samples.all());
        commit(List.of(
                Samples.instance(Samples.INSTANCE, 0).ended(ElementInstance.State.COMPLETED, NOW - 1, List.of()),
                state.get(ElementInstance.class, 21).ended(ElementInstance.State.COMPLETED, NOW - 2, List.of())));

        store.deleteHistory(NOW, 10);

        assertThat(written()).extracting(Entity::key).containsExactlyInAnyOrder(10L, 11L, 13L, 64L, 65L, 66L, 67L, 70L);
    }

    @Test
    void oldInstancesAreDeletedAFewAtATimeTheOldestFirst() {
        commit(List.of(Samples.process(), ended(91, 0, NOW - 1), ended(92, 0, NOW - 3), ended(93, 0, NOW - 2)));

        assertThat(store.deleteHistory(NOW, 2)).isEqualTo(2);
        assertThat(written()).extracting(Entity::key).containsExactly(Samples.PROCESS, 91L);
        assertThat(store.deleteHistory(NOW, 2)).isEqualTo(1);
        assertThat(store.deleteHistory(NOW, 2)).isZero();
    }

    private static ElementInstance ended(long key, long parent, long at) {
        return Samples.instance(key, parent).ended(ElementInstance.State.COMPLETED, at, List.of());
    }

    private static ElementInstance element(long key, long instance) {
        return Samples.element(key, instance).ended(ElementInstance.State.COMPLETED, NOW - 100, List.of());
    }

    private static DecisionInstance decision(long key, long instance, long at) {
        return new DecisionInstance(
                key,
                key,
                1,
                1,
                1,
                DecisionInstance.Type.UNKNOWN,
                0,
                instance,
                null,
                JsonValue.NULL,
                List.of(),
                List.of(),
                at);
    }

    private static Message message(long key, long expiredAt) {
        return new Message(key, "m", "", "", Map.of(), Set.of(), NOW - 100, NOW, expiredAt);
    }
}
