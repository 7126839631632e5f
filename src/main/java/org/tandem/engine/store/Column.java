package org.tandem.engine.store;

import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table, and what of an entity goes into it.
 *
 * @param value a Long, an Integer or a String as the type says, or null
 * @param changes it is written again when the entity has changed
 */
record Column<E>(String name, Type type, Function<E, @Nullable Object> value, boolean changes) {

    enum Type {
        BIGINT("int8", Long[]::new),
        INTEGER("int4", Integer[]::new),
        TEXT("text", String[]::new);

        private final String element;
        private final IntFunction<@Nullable Object[]> array;

        Type(String element, IntFunction<@Nullable Object[]> array) {
            this.element = element;
            this.array = array;
        }

        /** PostgreSQL's name for it as an element of an array. */
        String element() {
            return element;
        }

        @Nullable
        Object[] array(int length) {
            return array.apply(length);
        }
    }
}
