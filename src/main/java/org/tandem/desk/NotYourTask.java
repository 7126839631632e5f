package org.tandem.desk;

/** The task is in queues of others, or was to be done by another. */
public final class NotYourTask extends RuntimeException {

    private final String why;

    NotYourTask(Task task, String who) {
        super("Task %d is in %s".formatted(task.key(), task.groups()));
        this.why = task.isBarredFor(who)
                ? "It is about work of your own, or you have done it before: somebody else is to judge for themselves."
                : "It is for the queue %s, and you are not in it. A lead can change that."
                        .formatted(String.join(", ", task.groups()));
    }

    /** In a sentence. */
    public String why() {
        return why;
    }
}
