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
    private final Variables variables;
    private final Set<Scoped> deaf;
    private boolean closed;

    Moment() {
        active = new LinkedHashSet<>();
        variables = new Variables();
        deaf = new HashSet<>();
    }

    Moment(State state) {
        active = new LinkedHashSet<>(state.active());
        variables = state.variables().copy();
        deaf = new HashSet<>(state.deaf());
        closed = state.closed();
    }

    Moment copy() {
        return new Moment(asState());
    }

    /** This moment must not change any more. */
    State asState() {
        return new State(active, variables, deaf, closed);
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
        variables.removeIf(slot -> isWithin(slot.owner(), place));
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
            var value = variables.get(scope, variable);
            if (value.isPresent()) {
                return value;
            }
        }
        return Optional.empty();
    }

    void setLocal(Scoped owner, String variable, Value value) {
        variables.put(owner, variable, value);
    }

    /** Writes a variable the way the engine merges results: in the nearest scope that has it, else at the top. */
    void merge(Scoped from, String variable, Value value) {
        Scoped top = from;
        for (Scoped scope = from; scope != null; scope = scope.wider()) {
            if (variables.get(scope, variable).isPresent()) {
                variables.put(scope, variable, value);
                return;
            }
            top = scope;
        }
        variables.put(top, variable, value);
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
        return variables.of(owner);
    }

    private static Map<String, Value> with(Map<String, Value> wider, Map<String, Value> nearer) {
        wider.putAll(nearer);
        return wider;
    }

    /** A new stretch of the conversation has begun: keys and subscriptions made with the old one are worth nothing. */
    void endStretch(Set<Scoped> listening) {
        variables.replaceAll(value -> value.equals(CURRENT_KEY) ? OLD_KEY : value);
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
        variables.replaceAll(value ->
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
