package org.tandem.engine.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is active, in memory, with its indexes. Commands change it between {@link #begin} and {@link #keep} or {@link #rollback};
 * a command that is rolled back has never been. One thread at a time.
 */
public final class State {

    private record Before(
            Class<? extends Entity> kind,
            long key,
            @Nullable Entity entity) {}

    private final Map<Class<? extends Entity>, TreeMap<Long, Entity>> tables = new HashMap<>();
    private final List<Before> undo = new ArrayList<>();
    private final Runnable onChange;
    private Changes changes = Changes.none();
    private boolean inCommand;

    private final Indexes indexes = new Indexes();
    private volatile Meta meta = Meta.first();

    public State() {
        this(() -> {});
    }

    /** {@code onChange} is called before each change of a command; when it throws, the command fails there. */
    public State(Runnable onChange) {
        this.onChange = onChange;
        for (var kind : Entity.class.getPermittedSubclasses()) {
            tables.put(kind.asSubclass(Entity.class), new TreeMap<>());
        }
        set(Meta.class, Meta.KEY, Meta.first());
        changes = Changes.none();
    }

    /** Puts in what the store has, at the start. */
    public void load(Entity entity) {
        set(entity.getClass(), entity.key(), entity);
    }

    // one command

    public void begin() {
        inCommand = true;
    }

    /** The command stays; what it finished leaves the memory. */
    public void keep() {
        inCommand = false;
        for (var before : undo) {
            var entity = table(before.kind).get(before.key);
            if (entity != null && entity.isFinished()) {
                table(before.kind).remove(before.key);
                if (entity instanceof ElementInstance) {
                    forgetVariables(before.key);
                }
            }
        }
        undo.clear();
    }

    /** As if the command had never been. */
    public void rollback() {
        rollbackTo(0);
        inCommand = false;
    }

    /** How far the command has come, for {@link #rollbackTo}. */
    public int mark() {
        return undo.size();
    }

    /** Takes back what the command has done since the mark. */
    public void rollbackTo(int mark) {
        while (undo.size() > mark) {
            var before = undo.removeLast();
            record(before.kind, before.key, before.entity);
        }
    }

    private void forgetVariables(long scope) {
        var local = indexes.variables.remove(scope);
        if (local != null) {
            local.values().forEach(variable -> table(Variable.class).remove(variable.key()));
        }
    }

    // one group

    /** What has changed since the last time, with the number of the new group. */
    public Changes takeChanges() {
        var meta = meta();
        change(Meta.class, Meta.KEY, meta.withGroup(meta.group() + 1));
        var taken = changes;
        changes = Changes.none();
        return taken;
    }

    public boolean isChanged() {
        return !changes.isEmpty();
    }

    public int changedThings() {
        return changes.byKey().size();
    }

    // access

    public long newKey() {
        var meta = meta();
        put(meta.withNextKey(meta.nextKey() + 1));
        return meta.nextKey();
    }

    /** Safe from any thread. */
    public Meta meta() {
        return meta;
    }

    public <T extends Entity> @Nullable T find(Class<T> kind, long key) {
        return kind.cast(table(kind).get(key));
    }

    public <T extends Entity> T get(Class<T> kind, long key) {
        return Objects.requireNonNull(find(kind, key), () -> "no %s %d".formatted(kind.getSimpleName(), key));
    }

    /** All of a kind, in the order of their keys. */
    @SuppressWarnings("unchecked")
    public <T extends Entity> Collection<T> all(Class<T> kind) {
        return (Collection<T>) table(kind).values();
    }

    /** Adds it, or puts it in the place of the one with the same key. */
    public <T extends Entity> T put(T entity) {
        change(entity.getClass(), entity.key(), entity);
        return entity;
    }

    public void remove(Entity entity) {
        change(entity.getClass(), entity.key(), null);
    }

    /** Takes everything away but the engine's own affairs; nothing can bring it back. */
    public void purge() {
        var meta = meta();
        undo.clear();
        tables.values().forEach(Map::clear);
        indexes.clear();
        changes = new Changes(new LinkedHashMap<>(), true);
        set(Meta.class, Meta.KEY, meta);
        put(meta.withChangeId(meta.changeId() + 1));
    }

    // finding

    public List<ElementInstance> childrenOf(long scope) {
        return indexes.children.get(scope);
    }

    public boolean isRunning(String processId, String businessKey) {
        return indexes.businessKeys.size(new Indexes.BusinessKey(processId, businessKey)) > 0;
    }

    /** The variables of exactly this scope, by name. */
    public Map<String, Variable> variablesOf(long scope) {
        return indexes.variables.getOrDefault(scope, Map.of());
    }

    public @Nullable Job firstActivatable(String type) {
        return indexes.activatable.first(type);
    }

    public Collection<String> activatableTypes() {
        return indexes.activatable.keys();
    }

    public int activatable(String type) {
        return indexes.activatable.size(type);
    }

    public @Nullable Job jobOf(long element) {
        return indexes.jobs.first(element);
    }

    public @Nullable UserTask userTaskOf(long element) {
        return indexes.userTasks.first(element);
    }

    public List<Subscription> listeners(Subscription.Kind kind, String name, String correlationKey) {
        return indexes.listeners.get(new Indexes.Slot(kind, name, correlationKey));
    }

    public List<Subscription> subscriptionsOf(long element) {
        return indexes.subscriptions.get(element);
    }

    /** The timers of an element instance; those of timer start events for 0. */
    public List<Timer> timersOf(long element) {
        return indexes.timers.get(element);
    }

    public List<Message> buffered(String name, String correlationKey) {
        return indexes.buffer.get(new Indexes.Slot(Subscription.Kind.MESSAGE, name, correlationKey));
    }

    public List<Definition> deployedTogether(long deployment) {
        return indexes.deployments.get(deployment);
    }

    /** The versions of a definition that are not deleted, oldest first. */
    public List<Definition> versions(Definition.Kind kind, String id) {
        return indexes.versions.get(new Indexes.Id(kind, id));
    }

    public @Nullable Definition latest(Definition.Kind kind, String id) {
        var all = versions(kind, id);
        return all.isEmpty() ? null : all.getLast();
    }

    /** The latest version of every process. */
    public List<Definition> latestProcesses() {
        return indexes.versions.keys().stream()
                .filter(id -> id.kind() == Definition.Kind.PROCESS)
                .map(id -> indexes.versions.get(id).getLast())
                .sorted(java.util.Comparator.comparingLong(Definition::key))
                .toList();
    }

    // time

    /** When something has to be done without anybody asking. */
    public long nextDue() {
        return Math.min(
                indexes.dueTimers.firstDate(), Math.min(indexes.dueJobs.firstDate(), indexes.dueMessages.firstDate()));
    }

    public @Nullable Timer dueTimer(long now, long afterDate, long afterKey) {
        return indexes.dueTimers.next(now, afterDate, afterKey);
    }

    public @Nullable Job dueJob(long now) {
        return indexes.dueJobs.next(now, Long.MIN_VALUE, 0);
    }

    public @Nullable Message dueMessage(long now) {
        return indexes.dueMessages.next(now, Long.MIN_VALUE, 0);
    }

    // inside

    private TreeMap<Long, Entity> table(Class<? extends Entity> kind) {
        return Objects.requireNonNull(tables.get(kind));
    }

    private void change(Class<? extends Entity> kind, long key, @Nullable Entity next) {
        if (inCommand) {
            onChange.run();
        }
        var old = record(kind, key, next);
        if (inCommand) {
            undo.add(new Before(kind, key, old));
        }
    }

    private @Nullable Entity record(Class<? extends Entity> kind, long key, @Nullable Entity next) {
        var old = set(kind, key, next);
        changes.byKey()
                .merge(
                        key,
                        new Changes.Change(kind, key, next, old == null),
                        (first, now) -> new Changes.Change(kind, key, next, first.isNew()));
        return old;
    }

    private @Nullable Entity set(Class<? extends Entity> kind, long key, @Nullable Entity next) {
        var old = next == null ? table(kind).remove(key) : table(kind).put(key, next);
        if (next instanceof Meta changed) {
            meta = changed;
        }
        indexes.replace(old, next);
        return old;
    }
}
