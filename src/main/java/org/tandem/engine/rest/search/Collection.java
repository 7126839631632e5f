package org.tandem.engine.rest.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Something that can be searched.
 *
 * @param what its items in plain words, for messages
 * @param from the table that has a row for each item
 * @param base what holds for all items
 * @param joins what else can be joined by its alias; every join finds at most one row, so those not needed are left out
 * @param key the field that identifies an item
 * @param id the column that orders items where nothing else does
 * @param fields what items have
 * @param filters what can be filtered by
 * @param sorts what can be sorted by
 * @param finish completes the items of a page with what SQL cannot tell
 */
record Collection(
        String what,
        String from,
        String base,
        Map<String, String> joins,
        String key,
        String id,
        Map<String, Field> fields,
        Map<String, Condition> filters,
        Set<String> sorts,
        Map<String, Field> sortable,
        BiConsumer<Reading, List<ObjectNode>> finish) {

    static CollectionBuilder of(String what, String from, String key, String id) {
        return new CollectionBuilder(what, from, key, id);
    }

    Field keyField() {
        return Objects.requireNonNull(fields.get(key));
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
