package org.tandem.policy.states;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tandem.bpmn.feel.Value;

/**
 * The variables of one state with their values. Which ones there can be is the same for all states of a graph, so each has a number there
 * and a state only an array: copying and comparing states is most of the work of exploring them.
 */
final class Variables {

    /** A variable of one scope. */
    record Slot(Scoped owner, String variable) {}

    private static final class Slots {
        private final Map<Slot, Integer> numbers = new HashMap<>();
        private final List<Slot> slots = new ArrayList<>();

        int number(Slot slot) {
            var known = numbers.putIfAbsent(slot, slots.size());
            if (known == null) {
                slots.add(slot);
                return slots.size() - 1;
            }
            return known;
        }
    }

    private final Slots slots;
    private @Nullable Value[] values;

    Variables() {
        this(new Slots(), new Value[0]);
    }

    private Variables(Slots slots, @Nullable Value[] values) {
        this.slots = slots;
        this.values = values;
    }

    Variables copy() {
        return new Variables(slots, values.clone());
    }

    Optional<Value> get(Scoped owner, String variable) {
        var number = slots.numbers.get(new Slot(owner, variable));
        return number == null || number >= values.length ? Optional.empty() : Optional.ofNullable(values[number]);
    }

    void put(Scoped owner, String variable, Value value) {
        var number = slots.number(new Slot(owner, variable));
        if (number >= values.length) {
            values = Arrays.copyOf(values, slots.slots.size());
        }
        values[number] = value;
    }

    Map<String, Value> of(Scoped owner) {
        Map<String, Value> found = new HashMap<>();
        for (var number = 0; number < values.length; number++) {
            var value = values[number];
            if (value != null && slots.slots.get(number).owner() == owner) {
                found.put(slots.slots.get(number).variable(), value);
            }
        }
        return found;
    }

    boolean hasAny(Predicate<Slot> which) {
        for (var number = 0; number < values.length; number++) {
            if (values[number] != null && which.test(slots.slots.get(number))) {
                return true;
            }
        }
        return false;
    }

    void removeIf(Predicate<Slot> which) {
        for (var number = 0; number < values.length; number++) {
            if (values[number] != null && which.test(slots.slots.get(number))) {
                values[number] = null;
            }
        }
    }

    void replaceAll(UnaryOperator<Value> by) {
        for (var number = 0; number < values.length; number++) {
            var value = values[number];
            if (value != null) {
                values[number] = by.apply(value);
            }
        }
    }

    /** Variables that came to be known later are at the end, and as absent there as those that are null. */
    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof Variables variables) || slots != variables.slots) {
            return false;
        }
        var common = Math.min(values.length, variables.values.length);
        return Arrays.equals(values, 0, common, variables.values, 0, common)
                && isEmptyFrom(common)
                && variables.isEmptyFrom(common);
    }

    private boolean isEmptyFrom(int number) {
        for (var later = number; later < values.length; later++) {
            if (values[later] != null) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        var hash = 0;
        for (var number = 0; number < values.length; number++) {
            var value = values[number];
            if (value != null) {
                hash += (value.hashCode() + 1) * (2 * number + 1);
            }
        }
        return hash;
    }
}
