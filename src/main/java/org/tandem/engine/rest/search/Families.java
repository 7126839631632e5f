package org.tandem.engine.rest.search;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Process instances and those that they have called. */
final class Families {

    private Families() {}

    static Set<Long> withOpenIncidents(Reading reading) {
        return closure(
                reading,
                reading.list(
                        Sql.of("select distinct process_instance from incident where resolved_at is null"),
                        found -> found.getLong(1)),
                keys -> Sql.of("select parent_instance from process_instance where parent_instance is not null and ")
                        .add(Sql.among("id", keys)));
    }

    /** Those of these process instances with an open incident in them or in one that they have called. */
    static Set<Long> withOpenIncidents(Reading reading, Set<Long> instances) {
        var parents = new HashMap<Long, Long>();
        var all = new HashSet<>(instances);
        var newest = instances;
        while (!newest.isEmpty()) {
            reading.list(activeChildren(newest), row -> parents.put(row.getLong(1), row.getLong(2)));
            newest = new HashSet<>(parents.keySet());
            newest.removeAll(all);
            all.addAll(newest);
        }
        var broken = new HashSet<Long>();
        for (var at : reading.list(broken(all), row -> row.getLong(1))) {
            while (at != null && broken.add(at)) {
                at = parents.get(at);
            }
        }
        return broken;
    }

    /** The coalesce keeps databases from the index of all that has not ended. */
    private static Sql activeChildren(Set<Long> parents) {
        return Sql.of("select id, parent_instance from process_instance where coalesce(ended_at, 0) = 0 and ")
                .add(Sql.among("parent_instance", parents));
    }

    private static Sql broken(Set<Long> instances) {
        return Sql.of("select distinct process_instance from incident where coalesce(resolved_at, 0) = 0 and ")
                .add(Sql.among("process_instance", instances));
    }

    /** It and everything that it has called, directly or not. */
    static Set<Long> of(Reading reading, long processInstance) {
        return closure(
                reading,
                List.of(processInstance),
                keys -> Sql.of("select id from process_instance where ").add(Sql.among("parent_instance", keys)));
    }

    private static Set<Long> closure(Reading reading, List<Long> first, Function<Set<Long>, Sql> next) {
        var all = new HashSet<>(first);
        Set<Long> newest = all;
        while (!newest.isEmpty()) {
            var found = new HashSet<>(reading.list(next.apply(newest), row -> row.getLong(1)));
            found.removeAll(all);
            all.addAll(found);
            newest = found;
        }
        return all;
    }
}
