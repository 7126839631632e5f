package org.tandem.engine.state;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What commands have changed since the last commit, each thing once, in the order of the first change.
 *
 * @param purged everything that was there before is gone
 */
public record Changes(Map<Long, Change> byKey, boolean purged) {

    /**
     * @param kind the type of the entity
     * @param entity what it is now; null when it is gone
     * @param isNew the store does not have it yet
     */
    public record Change(
            Class<? extends Entity> kind,
            long key,
            @Nullable Entity entity,
            boolean isNew) {}

    static Changes none() {
        return new Changes(new LinkedHashMap<>(), false);
    }

    /** What has to be written: what came and went in between is left out. */
    public Collection<Change> all() {
        return byKey.values().stream()
                .filter(change -> change.entity() != null || !change.isNew())
                .toList();
    }

    public boolean isEmpty() {
        return byKey.isEmpty() && !purged;
    }
}
