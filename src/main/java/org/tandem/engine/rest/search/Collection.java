package org.tandem.engine.rest.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/**
 * Something that can be searched.
 *
 * @param what its items in plain words, for messages
 * @param from the table that has a row for each item
 * @param base what holds for all items
 * @param joins what else can be joined by its alias; every join finds at most one row, so those not needed are left out
 * @param definitions the joins of definitions, with the column of the key by which they are joined
 * @param key the field that identifies an item
 * @param id the column that orders items where nothing else does
 * @param fields what items have
 * @param filters what can be filtered by
 * @param sorts what can be sorted by
 * @param sortable all fields by name
 * @param hint what follows from a whole filter and makes the search faster
 * @param finish completes the items of a page with what SQL cannot tell
 */
record Collection(
        String what,
        String from,
        String base,
        Map<String, String> joins,
        Map<String, String> definitions,
        String key,
        String id,
        Map<String, Field> fields,
        Map<String, Condition> filters,
        Set<String> sorts,
        Map<String, Field> sortable,
        BiFunction<Reading, JsonNode, Optional<Sql>> hint,
        BiConsumer<Reading, List<ObjectNode>> finish) {

    private static final Pattern ALIAS = Pattern.compile("\\b([a-z]+)\\.");

    static CollectionBuilder of(String what, String from, String key, String id) {
        return new CollectionBuilder(what, from, key, id);
    }

    Field keyField() {
        return Objects.requireNonNull(fields.get(key));
    }

    /** The alias of the definition that a condition is about, if it is about nothing else. */
    Optional<String> definitionIn(Sql condition) {
        var aliases = ALIAS.matcher(condition.text())
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        return aliases.size() == 1 && definitions.containsKey(aliases.getFirst())
                ? Optional.of(aliases.getFirst())
                : Optional.empty();
    }

    /** What is said about a definition, as a condition on its key. */
    Sql narrowed(Reading reading, String alias, Sql condition) {
        var keys = reading.list(
                Sql.of("select %1$s.id from definition %1$s where ".formatted(alias))
                        .add(condition),
                found -> found.getLong(1));
        var column = Objects.requireNonNull(definitions.get(alias));
        // a single key lets an index sort as well
        return keys.size() == 1 ? Sql.of(column + " = ?", keys.getFirst()) : Sql.among(column, keys);
    }

    /** The table and as many joins as a text with their aliases needs. */
    String from(String text) {
        var needed = new ArrayList<String>();
        var seen = new StringBuilder(text);
        var aliases = new ArrayList<>(joins.keySet());
        for (var alias : aliases.reversed()) {
            if (seen.indexOf(alias + ".") >= 0) {
                needed.addFirst(Objects.requireNonNull(joins.get(alias)));
                seen.append(joins.get(alias));
            }
        }
        return from + (needed.isEmpty() ? "" : " " + String.join(" ", needed));
    }
}
