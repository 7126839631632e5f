package org.tandem.engine.state;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** By what the things of a state are found, besides their keys. They follow from the things alone. */
final class Indexes {

    final Index<Long, ElementInstance> children = new Index<>(e -> e.isActive() && e.scope() != 0 ? e.scope() : null);
    final Index<BusinessKey, ElementInstance> businessKeys = new Index<>(BusinessKey::of);
    final Index<String, Job> activatable = new Index<>(job -> job.state() == Job.State.ACTIVATABLE ? job.type() : null);
    final Index<Long, Job> jobs = new Index<>(job -> job.isFinished() ? null : job.element());
    final Index<Long, UserTask> userTasks = new Index<>(task -> task.isFinished() ? null : task.element());
    final Index<Slot, Subscription> listeners = new Index<>(Slot::of);
    final Index<Long, Subscription> subscriptions = new Index<>(s -> s.isFinished() ? null : s.element());
    final Index<Long, Timer> timers = new Index<>(Timer::element);
    final Index<Slot, Message> buffer = new Index<>(Slot::of);
    final Index<Long, Definition> deployments = new Index<>(Definition::deployment);
    final Index<Id, Definition> versions = new Index<>(Id::of);
    final Agenda<Timer> dueTimers = new Agenda<>(Timer::due);
    final Agenda<Job> dueJobs = new Agenda<>(job -> job.isFinished() ? 0 : job.deadline());
    final Agenda<Message> dueMessages = new Agenda<>(m -> m.isFinished() ? 0 : m.deadline());
    final Map<Long, Map<String, Variable>> variables = new HashMap<>();

    record Slot(Subscription.Kind kind, String name, String correlationKey) {
        static @Nullable Slot of(Subscription s) {
            return s.isFinished() ? null : new Slot(s.kind(), s.name(), s.correlationKey());
        }

        static @Nullable Slot of(Message m) {
            return m.isFinished() ? null : new Slot(Subscription.Kind.MESSAGE, m.name(), m.correlationKey());
        }
    }

    record BusinessKey(String processId, String key) {
        static @Nullable BusinessKey of(ElementInstance e) {
            return e.isActive() && e.origin() != null && e.origin().businessKey() != null
                    ? new BusinessKey(e.elementId(), e.origin().businessKey())
                    : null;
        }
    }

    record Id(Definition.Kind kind, String id) {
        static @Nullable Id of(Definition d) {
            return d.isDeleted() ? null : new Id(d.kind(), d.id());
        }
    }

    /** {@code old} has been replaced by {@code next}; either may be nothing. */
    void replace(@Nullable Entity old, @Nullable Entity next) {
        switch (next == null ? old : next) {
            case ElementInstance e -> {
                children.replace((ElementInstance) old, (ElementInstance) next);
                businessKeys.replace((ElementInstance) old, (ElementInstance) next);
            }
            case Job job -> {
                activatable.replace((Job) old, (Job) next);
                jobs.replace((Job) old, (Job) next);
                dueJobs.replace((Job) old, (Job) next);
            }
            case UserTask task -> userTasks.replace((UserTask) old, (UserTask) next);
            case Subscription subscription -> {
                listeners.replace((Subscription) old, (Subscription) next);
                subscriptions.replace((Subscription) old, (Subscription) next);
            }
            case Timer timer -> {
                timers.replace((Timer) old, (Timer) next);
                dueTimers.replace((Timer) old, (Timer) next);
            }
            case Message message -> {
                buffer.replace((Message) old, (Message) next);
                dueMessages.replace((Message) old, (Message) next);
            }
            case Definition definition -> {
                deployments.replace((Definition) old, (Definition) next);
                versions.replace((Definition) old, (Definition) next);
            }
            case Variable variable -> {
                if (next == null) {
                    var local = variables.get(variable.scope());
                    if (local != null && local.remove(variable.name()) != null && local.isEmpty()) {
                        variables.remove(variable.scope());
                    }
                } else {
                    variables
                            .computeIfAbsent(variable.scope(), k -> new TreeMap<>())
                            .put(variable.name(), (Variable) next);
                }
            }
            case null -> {}
            default -> {}
        }
    }

    void clear() {
        List.of(children, businessKeys, activatable, jobs, userTasks, listeners, subscriptions, timers, buffer)
                .forEach(Index::clear);
        deployments.clear();
        versions.clear();
        List.of(dueTimers, dueJobs, dueMessages).forEach(Agenda::clear);
        variables.clear();
    }
}
