package org.tandem.policy.states;

import java.util.Set;

/** A state that a process can be in. Two tokens in one place are one: they see the same variables and can do the same. */
public final class State {

    private final Set<Place> active;
    private final Variables variables;
    private final Set<Scoped> deaf;
    private final boolean closed;
    private final int hash;

    State(Set<Place> active, Variables variables, Set<Scoped> deaf, boolean closed) {
        this.active = active;
        this.variables = variables;
        this.deaf = deaf;
        this.closed = closed;
        this.hash = active.hashCode() * 31 + variables.hashCode() + deaf.hashCode() + (closed ? 1 : 0);
    }

    public Set<Place> active() {
        return active;
    }

    Variables variables() {
        return variables;
    }

    /** Scopes whose subscriptions carry the key of an older stretch of the conversation. */
    Set<Scoped> deaf() {
        return deaf;
    }

    /** The outcome is recorded, so what the customer says next opens the case again. */
    public boolean closed() {
        return closed;
    }

    public boolean ended() {
        return active.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof State state
                        && hash == state.hash
                        && closed == state.closed
                        && active.equals(state.active)
                        && variables.equals(state.variables)
                        && deaf.equals(state.deaf);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
