package org.tandem.engine.rest.search;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.tandem.engine.rest.http.Problem;

/** Makes SQL of what a filter says about one field. */
interface Condition {

    /**
     * @param path the field as the request names it, for messages
     * @param said what the filter says: a value, or an object of operators
     */
    Sql sql(Reading reading, String path, JsonNode said);

    /** Where the things are that it is about; null if it is about the item itself. */
    default @Nullable String within() {
        return null;
    }

    static Condition of(Field field) {
        return new Comparison(field);
    }

    /** A field of the API that this engine cannot filter by. */
    static Condition refused(String why) {
        return (reading, path, said) -> {
            throw Problem.invalid("The field '%s' cannot be filtered by in the embedded engine: %s.", path, why);
        };
    }
}
