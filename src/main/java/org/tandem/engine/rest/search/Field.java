package org.tandem.engine.rest.search;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A field of a collection: what it is called in the API and what it is in the database.
 *
 * @param optional whether it can be null
 * @param choices of a CHOICE, the condition for each value; null where the column just has the value
 * @param order what it is sorted by where that is not the expression itself
 * @param within of a field of things that belong to the item: where those are; the item needs one that fits
 */
record Field(
        String name,
        Kind kind,
        Function<Reading, Sql> expression,
        boolean optional,
        @Nullable Map<String, @Nullable String> choices,
        @Nullable String order,
        @Nullable String within) {

    enum Kind {
        /** A key: a number in the database, a text in the API. */
        KEY,
        TEXT,
        INTEGER,
        /** Milliseconds in the database, ISO 8601 in the API. */
        DATE,
        FLAG,
        /** One of some words. */
        CHOICE,
        /** A JSON list of texts. A condition is about one of them. */
        TEXTS,
        /** JSON that is given as it is. */
        JSON,
        /** The value of a variable as JSON. */
        VALUE
    }

    Sql sql(Reading reading) {
        return expression.apply(reading);
    }

    boolean isSortable() {
        return switch (kind) {
            case TEXTS, JSON -> false;
            default -> true;
        };
    }
}
