package org.tandem.desk.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tandem.desk.Task;
import org.tandem.desk.Task.Status;
import org.tandem.desk.TaskSearch;
import org.tandem.desk.Tasks;
import org.tandem.desk.TasksAway;

/** An engine in memory, at which others can be faster. */
public class FakeTasks implements Tasks {

    private static final int AT_ONCE = 100;

    private final Map<Long, Task> tasks = new LinkedHashMap<>();
    final Map<Long, Map<String, String>> completed = new HashMap<>();
    final Map<String, String> variables = new HashMap<>();
    final Map<Long, Map<String, String>> variablesOf = new HashMap<>();
    final List<TaskSearch> searches = new ArrayList<>();

    public @Nullable String form;

    public boolean away;

    public void reset() {
        tasks.clear();
        completed.clear();
        variables.clear();
        variablesOf.clear();
        searches.clear();
        form = null;
        away = false;
    }

    public Task add(long key, Task.Subject subject, @Nullable Instant due, String... groups) {
        var task = new Task(
                key,
                "Answer the customer",
                "Resolve by a person",
                key + 1,
                Status.OPEN,
                null,
                List.of(groups),
                List.of(),
                50,
                Instant.EPOCH,
                due,
                7L,
                subject);
        tasks.put(key, task);
        return task;
    }

    /** To a person, and to no group. */
    void offer(long key, Task.Subject subject, String user) {
        var task = add(key, subject, null);
        tasks.put(
                key,
                new Task(
                        key,
                        task.name(),
                        task.process(),
                        task.processInstance(),
                        Status.OPEN,
                        null,
                        List.of(),
                        List.of(user),
                        task.priority(),
                        task.createdAt(),
                        null,
                        task.formKey(),
                        subject));
    }

    /** Somebody did this elsewhere, such as in Camunda's Tasklist. */
    public void becomes(long key, Status status, @Nullable String assignee) {
        becomes(key, status, assignee, known(key).priority());
    }

    private void becomes(long key, Status status, @Nullable String assignee, int priority) {
        var task = known(key);
        tasks.put(
                key,
                new Task(
                        key,
                        task.name(),
                        task.process(),
                        task.processInstance(),
                        status,
                        assignee,
                        task.groups(),
                        task.users(),
                        priority,
                        task.createdAt(),
                        task.dueAt(),
                        task.formKey(),
                        task.subject()));
    }

    @Override
    public Found find(TaskSearch search) {
        answering();
        searches.add(search);
        var found = tasks.values().stream()
                .filter(Task::isOpen)
                .filter(task -> search.assignee() == null || task.isWith(search.assignee()))
                .filter(task -> search.offeredTo() == null || task.users().contains(search.offeredTo()))
                .filter(task ->
                        search.groups().isEmpty() || task.groups().stream().anyMatch(search.groups()::contains))
                .sorted(Comparator.comparing(Task::key))
                .toList();
        return new Found(
                found.stream().skip(search.from()).limit(TaskSearch.PAGE_SIZE).toList(), found.size());
    }

    @Override
    public Stream<List<Task>> open() {
        answering();
        return Stream.of(tasks.values().stream()
                .filter(Task::isOpen)
                .map(task -> task.about(Task.Subject.UNKNOWN))
                .toList());
    }

    @Override
    public List<Task> withSubjects(List<Task> some) {
        answering();
        return some.stream()
                .map(task -> task.about(known(task.key()).subject()))
                .toList();
    }

    @Override
    public List<Task> about(String caseNumber) {
        answering();
        return tasks.values().stream()
                .filter(task -> caseNumber.equals(task.subject().number()))
                .toList();
    }

    @Override
    public List<Task> heldBy(Set<String> people) {
        answering();
        return tasks.values().stream()
                .filter(task -> task.isOpen() && people.stream().anyMatch(task::isWith))
                .toList();
    }

    @Override
    public Stream<List<Task>> free() {
        answering();
        var free = tasks.values().stream()
                .filter(task -> task.isOpen() && task.assignee() == null)
                .toList();
        return IntStream.rangeClosed(0, free.size() / AT_ONCE)
                .mapToObj(page -> free.subList(page * AT_ONCE, Math.min(free.size(), (page + 1) * AT_ONCE)));
    }

    @Override
    public Optional<Task> get(long key) {
        answering();
        return Optional.ofNullable(tasks.get(key));
    }

    @Override
    public Optional<String> form(Task task) {
        answering();
        return Optional.ofNullable(form);
    }

    @Override
    public Map<String, String> variables(long key) {
        answering();
        return variablesOf.getOrDefault(key, variables);
    }

    @Override
    public Verdict claim(long key, String who) {
        answering();
        var task = known(key);
        if (!task.isOpen()) {
            return Verdict.OVER;
        }
        if (task.assignee() != null && !task.isWith(who)) {
            return Verdict.TAKEN;
        }
        becomes(key, Status.OPEN, who);
        return Verdict.DONE;
    }

    @Override
    public Verdict give(long key, String who) {
        answering();
        if (!known(key).isOpen()) {
            return Verdict.OVER;
        }
        becomes(key, Status.OPEN, who);
        return Verdict.DONE;
    }

    @Override
    public Verdict prioritise(long key, int priority) {
        answering();
        if (!known(key).isOpen()) {
            return Verdict.OVER;
        }
        becomes(key, Status.OPEN, known(key).assignee(), priority);
        return Verdict.DONE;
    }

    @Override
    public Verdict postpone(long key, Instant due) {
        answering();
        return Verdict.DONE;
    }

    @Override
    public Verdict release(long key) {
        answering();
        if (!known(key).isOpen()) {
            return Verdict.OVER;
        }
        becomes(key, Status.OPEN, null);
        return Verdict.DONE;
    }

    @Override
    public Verdict complete(long key, Map<String, String> filledIn) {
        answering();
        if (!known(key).isOpen()) {
            return Verdict.OVER;
        }
        becomes(key, Status.COMPLETED, known(key).assignee());
        completed.put(key, filledIn);
        return Verdict.DONE;
    }

    private Task known(long key) {
        return Objects.requireNonNull(tasks.get(key));
    }

    private void answering() {
        if (away) {
            throw new TasksAway(new IllegalStateException("away"));
        }
    }
}
