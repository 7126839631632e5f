package org.tandem.desk;

/** There is no task with this key. */
public final class UnknownTask extends RuntimeException {

    UnknownTask(long key) {
        super("There is no task %d".formatted(key));
    }
}
