package org.tandem.engine.state;

/** History: a message reached a process instance. The subscription is 0 where it started one. */
public record Correlation(
        long key,
        long message,
        long subscription,
        long element,
        long processInstance,
        long definition,
        String elementId,
        String name,
        String correlationKey,
        long at)
        implements Entity {

    @Override
    public boolean isFinished() {
        return true;
    }
}
