package org.tandem.bpmn.feel;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is certain about a variable before the process runs. A variable that was never written has no value at all. */
public sealed interface Value {

    Value NULL = new Known(null);
    Value ANYTHING = new Unknown(Set.of(), Set.of(), true);
    Known TRUE = new Known(true);
    Known FALSE = new Known(false);

    /** Exactly this text, number, truth value, list or null. */
    record Known(@Nullable Object constant) implements Value {}

    /**
     * Written, but only the running process can tell with what; at least it is none of {@code not}.
     *
     * @param some values that it can have
     * @param others whether it can have others
     */
    record Unknown(Set<Known> not, Set<Known> some, boolean others) implements Value {

        public Unknown(Set<Known> not) {
            this(not, Set.of(), true);
        }

        Unknown butNot(Known other) {
            var more = new HashSet<>(not);
            more.add(other);
            return new Unknown(Set.copyOf(more), some, others);
        }

        boolean canBe(Known other) {
            return !not.contains(other);
        }

        /** The sets are large, few and often asked for. */
        @Override
        public int hashCode() {
            return not.size() * 31 + some.size() * 2 + (others ? 1 : 0);
        }
    }

    /** Exactly these fields. The source says who wrote them all, untouched since: a decision or a job. */
    record Context(Map<String, Value> fields, @Nullable String source) implements Value {

        public Context {
            fields = Map.copyOf(fields);
        }

        public static Context of(Collection<String> fields, String source) {
            return new Context(fields.stream().collect(Collectors.toMap(field -> field, field -> ANYTHING)), source);
        }

        public Context with(String field, Value value) {
            var more = new HashMap<>(fields);
            more.put(field, value);
            return new Context(more, source);
        }

        /** The same fields, nothing known about them any more. */
        public Context faded() {
            return new Context(
                    fields.keySet().stream().collect(Collectors.toMap(field -> field, field -> ANYTHING)), null);
        }

        /** The source is for whoever is told about a fault, and makes no other value. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Context context && fields.equals(context.fields);
        }

        @Override
        public int hashCode() {
            return fields.hashCode();
        }
    }

    /** One of these, or possibly another. */
    static Value oneOf(Set<Known> some, boolean others) {
        return new Unknown(Set.of(), Collections.unmodifiableSet(new LinkedHashSet<>(some)), others);
    }

    /** Three-valued equality: true, false, or anyone's guess. */
    static Value equal(Value one, Value other) {
        if (one instanceof Known && other instanceof Known) {
            return new Known(one.equals(other));
        }
        if (one instanceof Unknown unknown && other instanceof Known known && !unknown.canBe(known)
                || other instanceof Unknown unknown2 && one instanceof Known known2 && !unknown2.canBe(known2)) {
            return FALSE;
        }
        return ANYTHING;
    }
}
