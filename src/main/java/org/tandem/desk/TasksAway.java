package org.tandem.desk;

/** The process engine does not answer, or has too much to do; nothing was changed, and later it may work. */
public final class TasksAway extends RuntimeException {

    public TasksAway(Throwable cause) {
        super("The process engine does not answer", cause);
    }
}
