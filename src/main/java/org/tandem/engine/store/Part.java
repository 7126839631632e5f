package org.tandem.engine.store;

import java.util.ArrayList;
import java.util.List;
import org.tandem.engine.state.Entity;

/** What has to be done to one table. */
record Part<E extends Entity>(Table<E> table, List<E> inserts, List<E> updates, List<Long> deletes) {

    static <E extends Entity> Part<E> of(Table<E> table) {
        return new Part<>(table, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    void put(Entity entity, boolean isNew) {
        (isNew ? inserts : updates).add(table.cast(entity));
    }
}
