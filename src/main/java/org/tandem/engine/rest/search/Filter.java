package org.tandem.engine.rest.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.tandem.engine.rest.http.Json;
import org.tandem.engine.rest.http.Problem;

/** The filter of a search: fields that must all fit, and under {@code $or} alternatives. */
record Filter(Collection collection, Reading reading) {

    private static final int DEEPEST = 10;

    Sql sql(JsonNode filter) {
        return sql("filter", filter, 0);
    }

    private Sql sql(String path, JsonNode filter, int depth) {
        if (!filter.isObject() || depth > DEEPEST) {
            throw Problem.invalid("The field '%s' is %s; it must be an object.", path, Json.shown(filter));
        }
        List<Sql> parts = new ArrayList<>();
        Map<String, List<Sql>> within = new LinkedHashMap<>();
        Map<String, List<Sql>> definitions = new LinkedHashMap<>();
        filter.properties().forEach(field -> {
            var name = field.getKey();
            var said = field.getValue();
            if (Json.isAbsent(said)) {
                return;
            }
            if (name.equals("$or")) {
                parts.add(either(path + ".$or", said, depth));
                return;
            }
            var condition = collection.filters().get(name);
            if (condition == null) {
                throw Problem.invalid(
                        "There is no field '%s.%s' to filter by; known are %s.",
                        path,
                        name,
                        String.join(", ", new TreeSet<>(collection.filters().keySet())));
            }
            var sql = condition.sql(reading, path + "." + name, said);
            var definition = collection.definitionIn(sql);
            if (condition.within() != null) {
                within.computeIfAbsent(condition.within(), things -> new ArrayList<>())
                        .add(sql);
            } else if (definition.isPresent()) {
                definitions
                        .computeIfAbsent(definition.get(), alias -> new ArrayList<>())
                        .add(sql);
            } else {
                parts.add(sql);
            }
        });
        definitions.forEach((alias, fitting) -> parts.add(collection.narrowed(reading, alias, Sql.and(fitting))));
        within.forEach((things, fitting) -> parts.add(having(things, fitting)));
        collection.hint().apply(reading, filter).ifPresent(parts::add);
        return Sql.and(parts);
    }

    /** The items that have things of which all this is true. Their keys are found first: no database plans it better. */
    private Sql having(String things, List<Sql> fitting) {
        var keys = reading.list(Sql.of(things).add(Sql.and(fitting)), found -> found.getLong(1));
        return Sql.among(collection.id(), keys);
    }

    private Sql either(String path, JsonNode said, int depth) {
        if (!said.isArray()) {
            throw Problem.invalid("The field '%s' is %s; it must be a list of filters.", path, Json.shown(said));
        }
        List<Sql> alternatives = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            alternatives.add(sql(path + "[" + i + "]", said.get(i), depth + 1));
        }
        return Sql.or(alternatives);
    }
}
