package org.tandem.engine.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.tandem.engine.state.Changes;
import org.tandem.engine.state.Meta;

/**
 * Changes that are written together.
 *
 * @param number told by {@link Meta}; 0 if it is not among the changes
 * @param parts one for each table that is changed, in their order
 */
record Group(long number, boolean purged, Collection<Part<?>> parts) {

    static Group of(Changes changes) {
        var number = 0L;
        Map<Integer, Part<?>> parts = new TreeMap<>();
        for (var change : changes.all()) {
            var entity = change.entity();
            if (entity instanceof Meta meta) {
                number = meta.group();
            }
            for (var table : entity == null ? Tables.of(change.kind()) : List.<Table<?>>of(Tables.of(entity))) {
                var part = Objects.requireNonNull(
                        parts.computeIfAbsent(Tables.ALL.indexOf(table), i -> Part.of(Tables.ALL.get(i))));
                if (entity == null) {
                    part.deletes().add(change.key());
                } else {
                    part.put(entity, change.isNew());
                }
            }
        }
        return new Group(number, changes.purged(), parts.values());
    }
}
