package org.tandem.engine.rest.search;

import com.fasterxml.jackson.databind.JsonNode;
import org.tandem.engine.rest.http.Keys;

/**
 * The element instance that something belongs to. Things are found by their process instance, which an element instance tells, so no index
 * by element instance is needed.
 *
 * @param instance the column with the process instance
 */
record OfElement(Comparison comparison, String instance) implements Condition {

    static OfElement of(String column, String instance) {
        return new OfElement(
                new Comparison(new Field("element", Field.Kind.KEY, r -> Sql.of(column), true, null, null, null)),
                instance);
    }

    @Override
    public Sql sql(Reading reading, String path, JsonNode said) {
        var sql = comparison.sql(reading, path, said);
        var exactly = Comparison.exactly(said);
        if (exactly == null) {
            return sql;
        }
        var key = Keys.read("The field '" + path + "'", exactly);
        var of = reading.list(
                Sql.of("select process_instance from element_instance where id = ?", key), found -> found.getLong(1));
        return Sql.of("(" + instance + " = ? and ", of.isEmpty() ? key : of.getFirst())
                .add(sql)
                .add(")");
    }
}
