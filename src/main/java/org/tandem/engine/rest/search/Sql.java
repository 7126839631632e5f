package org.tandem.engine.rest.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A piece of a statement with the values of its question marks. */
final class Sql {

    static final String ALL = "1 = 1";
    static final String NONE = "1 = 0";

    private final StringBuilder text = new StringBuilder();
    private final List<Object> values = new ArrayList<>();
    private @Nullable Keys keys;

    /** That a column is one of so many keys, and nothing else. */
    private record Keys(String column, int count) {}

    static Sql of(String text, Object... values) {
        return new Sql().add(text, values);
    }

    /** A key that is one of these. They stand in the text: of parameters databases compare one after the other. */
    static Sql among(String column, Collection<Long> keys) {
        if (keys.isEmpty()) {
            return of(NONE);
        }
        var among = of(column + keys.stream().map(String::valueOf).collect(Collectors.joining(", ", " in (", ")")));
        among.keys = new Keys(column, Set.copyOf(keys).size());
        return among;
    }

    /** How many keys the column may have when this says nothing but that it is one of some. */
    OptionalInt keysOf(String column) {
        return keys != null && keys.column().equals(column) ? OptionalInt.of(keys.count()) : OptionalInt.empty();
    }

    /** All of them, in brackets if there are several; {@code otherwise} if there are none. */
    static Sql join(List<Sql> parts, String between, String otherwise) {
        if (parts.isEmpty()) {
            return of(otherwise);
        }
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        var joined = of("(");
        for (int i = 0; i < parts.size(); i++) {
            joined.add(i == 0 ? "" : between).add(parts.get(i));
        }
        return joined.add(")");
    }

    static Sql and(List<Sql> parts) {
        return join(parts, " and ", ALL);
    }

    static Sql or(List<Sql> parts) {
        return join(parts, " or ", NONE);
    }

    Sql add(String more, Object... moreValues) {
        keys = null;
        text.append(more);
        values.addAll(Arrays.asList(moreValues));
        return this;
    }

    Sql add(Sql more) {
        keys = null;
        text.append(more.text);
        values.addAll(more.values);
        return this;
    }

    String text() {
        return text.toString();
    }

    List<Object> values() {
        return values;
    }
}
