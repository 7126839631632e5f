package org.tandem.desk;

import java.util.List;

/** The task is in queues of others. */
public final class NotYourTask extends RuntimeException {

    private final List<String> groups;

    NotYourTask(Task task) {
        super("Task %d is in %s".formatted(task.key(), task.groups()));
        this.groups = task.groups();
    }

    public List<String> groups() {
        return groups;
    }
}
