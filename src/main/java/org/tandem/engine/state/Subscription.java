package org.tandem.engine.state;

/**
 * An element instance that listens to a message or a signal.
 *
 * @param elementId the event that it comes through: a boundary event, a start event of an event sub-process, the element itself
 * @param correlationKey empty for a signal
 */
public record Subscription(
        long key,
        Kind kind,
        long element,
        long processInstance,
        long definition,
        String elementId,
        String name,
        String correlationKey,
        State state,
        long updatedAt)
        implements Entity {

    public enum Kind {
        MESSAGE,
        SIGNAL
    }

    public enum State {
        CREATED,
        CORRELATED,
        DELETED
    }

    @Override
    public boolean isFinished() {
        return state != State.CREATED;
    }

    /** Listens to the same, for an event of another definition. */
    public Subscription movedTo(long otherDefinition, String otherEvent, long at) {
        return new Subscription(
                key, kind, element, processInstance, otherDefinition, otherEvent, name, correlationKey, state, at);
    }

    public Subscription with(State next, long at) {
        return new Subscription(
                key, kind, element, processInstance, definition, elementId, name, correlationKey, next, at);
    }
}
