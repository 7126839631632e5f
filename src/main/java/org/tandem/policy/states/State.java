package org.tandem.policy.states;

import java.util.Map;
import java.util.Set;
import org.tandem.bpmn.feel.Value;

/** A state that a process can be in. Two tokens in one place are one: they see the same variables and can do the same. */
public final class State {

    record Slot(Scoped owner, String variable) {}

    private final Set<Place> active;
    private final Map<Slot, Value> values;
    private final Set<Scoped> deaf;
    private final boolean closed;
    private final int hash;

    State(Set<Place> active, Map<Slot, Value> values, Set<Scoped> deaf, boolean closed) {
        this.active = active;
        this.values = values;
        this.deaf = deaf;
        this.closed = closed;
        this.hash = active.hashCode() * 31 + values.hashCode() + deaf.hashCode() + (closed ? 1 : 0);
    }

    public Set<Place> active() {
        return active;
    }

    Map<Slot, Value> values() {
        return values;
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
                        && values.equals(state.values)
                        && deaf.equals(state.deaf);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
