package org.tandem.engine.rest.search;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Process instances and those that they have called. */
final class Families {

    private static final String PARENTS =
            "select parent_instance from process_instance where id = any(?) and parent_instance is not null";
    private static final String CHILDREN = "select id from process_instance where parent_instance = any(?)";

    private Families() {}

    static Set<Long> withOpenIncidents(Reading reading) {
        return closure(
                reading,
                reading.list(
                        Sql.of("select distinct process_instance from incident where resolved_at is null"),
                        found -> found.getLong(1)),
                PARENTS);
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
