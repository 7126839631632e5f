package org.tandem.engine.rest.search;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** What elements are called on the drawings of the deployed processes; one without a name is called by its id. */
final class ElementNames {

    private static final Sql DRAWINGS = Sql.of("select id from definition where kind = 'PROCESS' order by id");

    private final Map<Long, Drawing> drawings = new ConcurrentHashMap<>();

    String name(Reading reading, long definition, String elementId) {
        return drawing(reading, definition).names().getOrDefault(elementId, elementId);
    }

    Drawing drawing(Reading reading, long definition) {
        return drawings.computeIfAbsent(definition, key -> Drawing.read(reading, key));
    }

    /** The name as SQL: most elements have the same one in all versions. */
    Sql expression(Reading reading, String definition, String elementId) {
        var names = new TreeMap<String, Map<String, TreeSet<Long>>>();
        for (var key : reading.list(DRAWINGS, found -> found.getLong(1))) {
            drawing(reading, key)
                    .names()
                    .forEach((id, name) -> names.computeIfAbsent(id, element -> new HashMap<>())
                            .computeIfAbsent(name, other -> new TreeSet<>())
                            .add(key));
        }
        if (names.isEmpty()) {
            return Sql.of(elementId);
        }
        var sql = Sql.of("case");
        names.forEach((id, called) -> called.forEach((name, keys) -> {
            sql.add(" when " + elementId + " = ?", id);
            if (called.size() > 1) {
                sql.add(" and ").add(Sql.among(definition, keys));
            }
            sql.add(" then cast(? as varchar)", name);
        }));
        return sql.add(" else " + elementId + " end");
    }
}
