package org.tandem.engine.state;

/**
 * One durable thing that the engine knows. It never changes: a change is another one with the same key, so a before-image is a
 * reference, and what is written to the disk cannot move meanwhile. Times are milliseconds since 1970, 0 is "not yet"; keys are unique
 * over all kinds, 0 is "none".
 */
public sealed interface Entity
        permits Assignment,
                Correlation,
                DecisionInstance,
                Definition,
                ElementInstance,
                Incident,
                Job,
                Message,
                Meta,
                Subscription,
                Timer,
                UserTask,
                Variable {

    long key();

    /** Nothing will happen to it any more: it leaves the memory and stays in the history. */
    boolean isFinished();
}
