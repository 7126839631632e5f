package org.tandem.desk.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tandem.desk.Queue;

/** A queue as the page shows it, everything in words. */
record QueueRow(
        String name,
        String waiting,
        String withPeople,
        String oldest,
        String dueSoon,
        String overdue,
        boolean late,
        String available,
        boolean nobody,
        String risk,
        String why) {

    static QueueRow of(Queue queue, Optional<Duration> handling, Instant now) {
        var risk = BreachRisk.of(queue, handling);
        var people = queue.people();
        var oldest = queue.oldest();
        return new QueueRow(
                queue.name(),
                String.valueOf(queue.waiting()),
                String.valueOf(queue.withPeople()),
                oldest == null ? "None" : InWords.roughly(Duration.between(oldest, now)),
                String.valueOf(queue.dueSoon()),
                String.valueOf(queue.overdue()),
                queue.overdue() > 0,
                people == null ? "Not known" : available(people),
                people != null && people.withRoom() == 0,
                risk.word(),
                risk.why());
    }

    private static String available(Queue.People people) {
        var others = Stream.of(
                        people.full() == 0 ? "" : people.full() + " full",
                        people.silent() == 0 ? "" : people.silent() + " silent")
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(", "));
        return people.withRoom() + (others.isEmpty() ? "" : " (" + others + ")");
    }
}
