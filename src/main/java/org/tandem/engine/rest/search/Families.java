package org.tandem.engine.rest.search;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Process instances and those that they have called. */
final class Families {

    private static final String PARENTS =
            "select parent_instance from process_instance where id = any(?) and parent_instance is not null";
    private static final String CHILDREN = "select id from process_instance where parent_instance = any(?)";

    private static final String ACTIVE_CHILDREN =
            "select id, parent_instance from process_instance where parent_instance = any(?) and ended_at is null";
    private static final String BROKEN =
            "select distinct process_instance from incident where process_instance = any(?) and resolved_at is null";

    private Families() {}

    static Set<Long> withOpenIncidents(Reading reading) {
        return closure(
                reading,
                reading.list(
                        Sql.of("select distinct process_instance from incident where resolved_at is null"),
                        found -> found.getLong(1)),
                PARENTS);
    }

    /** Those of these process instances with an open incident in them or in one that they have called. */
    static Set<Long> withOpenIncidents(Reading reading, Set<Long> instances) {
        var parents = new HashMap<Long, Long>();
        var all = new HashSet<>(instances);
        var newest = instances;
        while (!newest.isEmpty()) {
            reading.list(
                    Sql.of(ACTIVE_CHILDREN, Set.copyOf(newest)), row -> parents.put(row.getLong(1), row.getLong(2)));
            newest = new HashSet<>(parents.keySet());
            newest.removeAll(all);
            all.addAll(newest);
        }
        var broken = new HashSet<Long>();
        for (var at : reading.list(Sql.of(BROKEN, all), row -> row.getLong(1))) {
            while (at != null && broken.add(at)) {
                at = parents.get(at);
            }
        }
        return broken;
    }

    /** It and everything that it has called, directly or not. */
    static Set<Long> of(Reading reading, long processInstance) {
        return closure(reading, List.of(processInstance), CHILDREN);
    }

    private static Set<Long> closure(Reading reading, List<Long> first, String next) {
        var all = new HashSet<>(first);
        Set<Long> newest = all;
        while (!newest.isEmpty()) {
            var found = new HashSet<>(reading.list(Sql.of(next, Set.copyOf(newest)), row -> row.getLong(1)));
            found.removeAll(all);
            all.addAll(found);
            newest = found;
        }
        return all;
    }
}
