package org.tandem.policy.states;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tandem.bpmn.feel.Scope;
import org.tandem.bpmn.feel.Value;
import org.tandem.policy.states.State.Slot;

/** A state in the making. Variables live and move as in the engine: written where they exist, else at the top of their process. */
final class Moment {

    /** Stands for null that nobody wrote: a variable passed on although it was not there. */
    static final Value PASSED_ON_ABSENT = new Value.Known(Absent.PASSED_ON);

    static final Value CURRENT_KEY = new Value.Known(Key.CURRENT);
    static final Value OLD_KEY = new Value.Known(Key.OLD);

    private enum Absent {
        PASSED_ON
    }

    private enum Key {
        CURRENT,
        OLD
    }

    private final Set<Place> active;
    private final Map<Slot, Value> values;
    private final Set<Scoped> deaf;
    private boolean closed;

    Moment() {
        active = new LinkedHashSet<>();
        values = new HashMap<>();
        deaf = new HashSet<>();
    }

    Moment(State state) {
        active = new LinkedHashSet<>(state.active());
        values = new HashMap<>(state.values());
        deaf = new HashSet<>(state.deaf());
        closed = state.closed();
    }

    Moment copy() {
        return new Moment(asState());
    }

    /** This moment must not change any more. */
    State asState() {
        return new State(active, values, deaf, closed);
    }

    boolean isActive(Place place) {
        return active.contains(place);
    }

    List<Place> active() {
        return List.copyOf(active);
    }

    void enter(Place place) {
        active.add(place);
    }

    /** Takes the token away, with everything that runs inside and its variables. */
    void leave(Place place) {
        active.removeIf(inner -> inner.isWithin(place));
        values.keySet().removeIf(slot -> isWithin(slot.owner(), place));
        deaf.removeIf(scope -> isWithin(scope, place));
    }

    private static boolean isWithin(Scoped scope, Place place) {
        return switch (scope) {
            case Place inner -> inner.isWithin(place);
            case Frame frame -> frame.caller() != null && frame.caller().isWithin(place);
        };
    }

    void close() {
        closed = true;
    }

    /** The variable as it is stored for this scope or a wider one. */
    Optional<Value> stored(Scoped from, String variable) {
        for (Scoped scope = from; scope != null; scope = scope.wider()) {
            var value = values.get(new Slot(scope, variable));
            if (value != null) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    void setLocal(Scoped owner, String variable, Value value) {
        values.put(new Slot(owner, variable), value);
    }

    /** Writes a variable the way the engine merges results: in the nearest scope that has it, else at the top. */
    void merge(Scoped from, String variable, Value value) {
        Scoped top = from;
        for (Scoped scope = from; scope != null; scope = scope.wider()) {
            if (values.containsKey(new Slot(scope, variable))) {
                values.put(new Slot(scope, variable), value);
                return;
            }
            top = scope;
        }
        values.put(new Slot(top, variable), value);
    }

    /** All variables that can be seen from here. */
    Map<String, Value> visibleFrom(Scoped from) {
        Map<String, Value> visible = new HashMap<>();
        for (Scoped scope = from; scope != null; scope = scope.wider()) {
            visible.putAll(with(localsOf(scope), visible));
        }
        return visible;
    }

    Map<String, Value> localsOf(Scoped owner) {
        Map<String, Value> locals = new HashMap<>();
        values.forEach((slot, value) -> {
            if (slot.owner() == owner) {
                locals.put(slot.variable(), value);
            }
        });
        return locals;
    }

    private static Map<String, Value> with(Map<String, Value> wider, Map<String, Value> nearer) {
        wider.putAll(nearer);
        return wider;
    }

    /** A new stretch of the conversation has begun: keys and subscriptions made with the old one are worth nothing. */
    void endStretch(Set<Scoped> listening) {
        values.replaceAll((slot, value) -> value.equals(CURRENT_KEY) ? OLD_KEY : value);
        deaf.addAll(listening);
    }

    boolean isDeaf(Scoped scope) {
        return deaf.contains(scope);
    }

    void deafen(Scoped scope) {
        deaf.add(scope);
    }

    /** A new draft makes every earlier answer of the gate worthless. */
    void forgetDecisionsOf(String decision) {
        values.replaceAll((slot, value) ->
                value instanceof Value.Context context && decision.equals(context.source()) ? context.faded() : value);
    }

    /** What an expression at this place can see; what it learns there changes this moment. */
    Scope seenFrom(Scoped from) {
        return new Scope() {
            @Override
            public Optional<Value> get(String variable) {
                return stored(from, variable).map(value -> value.equals(PASSED_ON_ABSENT) ? Value.NULL : value);
            }

            @Override
            public Scope with(String variable, Value value) {
                merge(from, variable, value);
                return this;
            }
        };
    }
}
