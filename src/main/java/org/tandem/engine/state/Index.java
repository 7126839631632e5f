package org.tandem.engine.state;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds things by something other than their key, in the order of their keys. */
final class Index<K, T extends Entity> {

    private final Function<T, @Nullable K> by;
    private final Map<K, TreeMap<Long, T>> buckets = new HashMap<>();

    /** {@code by} gives null for what is not to be found here. */
    Index(Function<T, @Nullable K> by) {
        this.by = by;
    }

    void replace(@Nullable T old, @Nullable T next) {
        var from = old == null ? null : by.apply(old);
        var to = next == null ? null : by.apply(next);
        if (old != null && from != null && !from.equals(to)) {
            var bucket = buckets.get(from);
            if (bucket != null && bucket.remove(old.key()) != null && bucket.isEmpty()) {
                buckets.remove(from);
            }
        }
        if (next != null && to != null) {
            buckets.computeIfAbsent(to, k -> new TreeMap<>()).put(next.key(), next);
        }
    }

    /** A copy: what follows may change the index. */
    List<T> get(K key) {
        var bucket = buckets.get(key);
        return bucket == null ? List.of() : List.copyOf(bucket.values());
    }

    @Nullable
    T first(K key) {
        var bucket = buckets.get(key);
        return bucket == null ? null : bucket.firstEntry().getValue();
    }

    int size(K key) {
        var bucket = buckets.get(key);
        return bucket == null ? 0 : bucket.size();
    }

    Collection<K> keys() {
        return buckets.keySet();
    }

    void clear() {
        buckets.clear();
    }
}
