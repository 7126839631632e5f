package org.tandem.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The tasks of people, as the process engine has them. What is found may be a few seconds old; what the engine is told to do it
 * decides on how things stand. Every method fails with {@link TasksAway} while the engine does not answer.
 */
public interface Tasks {

    Found find(TaskSearch search);

    /** All open tasks, those that are due first, some at once, without {@link Task#subject what they are about}. */
    Stream<List<Task>> open();

    /** The same tasks with what they are about. */
    List<Task> withSubjects(List<Task> tasks);

    /** The latest tasks about a case, also those that are over, the newest first. */
    List<Task> about(String caseNumber);

    /** All open tasks that one of these people has, without {@link Task#subject what they are about}. */
    List<Task> heldBy(Set<String> people);

    /** Open tasks that nobody has, those that are due first, some at once, and the next ones only when somebody looks at them. */
    Stream<List<Task>> free();

    /** Also a task that is over. */
    Optional<Task> get(long key);

    /** The deployed form of the task, as JSON, in the version that the task began with; nothing if it has none. */
    Optional<String> form(Task task);

    /** What the task can see, each variable as JSON. */
    Map<String, String> variables(long key);

    /** Gives the task to somebody, unless another one has it. Who has it already keeps it. */
    Verdict claim(long key, String who);

    /** Gives the task to somebody, whoever has it. */
    Verdict give(long key, String who);

    /** @param priority from 0 to 100 */
    Verdict prioritise(long key, int priority);

    Verdict postpone(long key, Instant due);

    /** Takes the task from whoever has it. */
    Verdict release(long key);

    /** Ends the task with these variables, each as JSON. */
    Verdict complete(long key, Map<String, String> variables);

    /**
     * A page of what was found.
     *
     * @param total how many there are on all pages
     */
    record Found(List<Task> tasks, long total) {

        public static final Found NOTHING = new Found(List.of(), 0);

        public Found {
            tasks = List.copyOf(tasks);
        }
    }

    /** What the engine says to a command. */
    enum Verdict {
        DONE,
        /** Somebody else has the task. */
        TAKEN,
        /** The task is completed or no longer needed. */
        OVER
    }
}
