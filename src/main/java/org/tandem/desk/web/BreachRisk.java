package org.tandem.desk.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.tandem.desk.Queue;
import org.tandem.desk.Task;

/**
 * Whether promises of a queue are about to be broken, in a word and with what it rests on. Tasks are thought to be done due first, by the
 * people who are there, each as long as cases of this queue usually take. Who has several skills counts in each queue for their share
 * only ({@link Queue.People#shared}).
 */
record BreachRisk(String word, String why) {

    static BreachRisk of(Queue queue, Optional<Duration> handling) {
        var sentences = new ArrayList<String>();
        if (queue.overdue() > 0) {
            sentences.add("%s overdue.".formatted(queue.overdue() == 1 ? "1 is" : queue.overdue() + " are"));
        }
        var due = queue.tasks().stream()
                .filter(task -> !task.isOverdue(queue.now()))
                .filter(task -> task.dueAt() != null)
                .sorted(Comparator.comparing(task -> Objects.requireNonNull(task.dueAt())))
                .toList();
        var people = queue.people();
        var here = people == null ? 0 : people.there();
        var late = people == null || here > 0 && handling.isEmpty() ? 0 : late(queue, due, people.shared(), handling);
        if (people == null) {
            sentences.add("Nobody's skills for it are known, so it cannot be said what will be late.");
        } else if (here == 0) {
            sentences.add("Nobody is there for it.");
        } else if (handling.isEmpty()) {
            sentences.add("How long a case takes is not known yet, so it cannot be said what will be late.");
        } else {
            sentences.add(pace(queue, people, handling.get()));
        }
        if (late > 0) {
            sentences.add(
                    here == 0
                            ? "%d due within the hour.".formatted(late)
                            : "At that pace %d of the %d that are still in time will be late."
                                    .formatted(late, due.size()));
        } else if (!due.isEmpty() && due.getFirst().dueAt() != null) {
            sentences.add("The next one is due in %s."
                    .formatted(InWords.roughly(
                            Duration.between(queue.now(), due.getFirst().dueAt()))));
        }
        var known = people != null && (here == 0 || handling.isPresent());
        return new BreachRisk(word(queue, late, here, known), String.join(" ", sentences));
    }

    private static String word(Queue queue, int late, int here, boolean known) {
        if (queue.overdue() > 0) {
            return "Promises are broken";
        }
        if (late > 0) {
            return "High";
        }
        if (queue.dueSoon() > 0 || known && here == 0 && queue.waiting() > 0) {
            return "Some";
        }
        return known ? "Low" : "Not known";
    }

    private static String pace(Queue queue, Queue.People people, Duration handling) {
        var here = people.there();
        var minutes = Math.max(1, handling.toMinutes());
        var all = Duration.ofSeconds(Math.round(done(queue.tasks().size(), people.shared(), handling.toSeconds())));
        return String.format(
                Locale.ROOT,
                "%s there%s, and one takes about %d min: the %d open need about %s.",
                here == 1 ? "1 person is" : here + " people are",
                here - people.shared() < 0.05
                        ? ""
                        : String.format(Locale.ROOT, ", worth %.1f beside their other queues", people.shared()),
                minutes,
                queue.tasks().size(),
                InWords.roughly(all));
    }

    /** Without anybody there, whatever is due within the hour. */
    private static int late(Queue queue, List<Task> due, double here, Optional<Duration> handling) {
        if (here == 0) {
            return (int) queue.dueSoon();
        }
        var each = handling.map(Duration::toSeconds).orElse(0L);
        var before = (int) queue.overdue();
        var late = 0;
        for (var i = 0; i < due.size(); i++) {
            if (queue.now()
                    .plusSeconds(Math.round(done(before + i + 1, here, each)))
                    .isAfter(Objects.requireNonNull(due.get(i).dueAt()))) {
                late++;
            }
        }
        return late;
    }

    /** After how many seconds so many are done: by whole people one by one, by a part of one only in that part of the time. */
    private static double done(int tasks, double people, long each) {
        return each * (people < 1 ? tasks / people : Math.ceil(tasks / people));
    }
}
