package org.tandem.desk.web;

import java.time.Duration;
import java.time.Instant;
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
        String risk) {

    static QueueRow of(Queue queue, Instant now) {
        var oldest = queue.oldest();
        return new QueueRow(
                queue.name(),
                String.valueOf(queue.waiting()),
                String.valueOf(queue.withPeople()),
                oldest == null ? "None" : InWords.roughly(Duration.between(oldest, now)),
                String.valueOf(queue.dueSoon()),
                String.valueOf(queue.overdue()),
                queue.overdue() > 0,
                queue.available() == null ? "Not known" : String.valueOf(queue.available()),
                risk(queue));
    }

    private static String risk(Queue queue) {
        if (queue.overdue() > 0) {
            return "Promises are broken";
        }
        if (queue.dueSoon() == 0) {
            return "None within the hour";
        }
        return queue.available() != null && queue.available() == 0
                ? "High: due within the hour, and nobody is there"
                : "Due within the hour";
    }
}
