package org.tandem.engine.state;

import org.jspecify.annotations.Nullable;

/**
 * Something that happens by itself at a time. It is deleted when it has fired or is not needed any more.
 *
 * @param element the element instance that waits for it; 0 for a timer start event
 * @param elementId the event that it triggers
 * @param cycle the ISO 8601 or cron expression of a timer that repeats, else null
 * @param repetitions how often it still fires, -1 for ever
 */
public record Timer(
        long key,
        long element,
        long definition,
        String elementId,
        long due,
        @Nullable String cycle,
        int repetitions) implements Entity {

    /** The same moment, for an event of another definition. */
    public Timer movedTo(long otherDefinition, String otherEvent) {
        return new Timer(key, element, otherDefinition, otherEvent, due, cycle, repetitions);
    }

    @Override
    public boolean isFinished() {
        return false;
    }
}
