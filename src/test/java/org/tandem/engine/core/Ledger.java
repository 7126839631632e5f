package org.tandem.engine.core;

import java.util.Map;
import java.util.TreeMap;
import org.tandem.engine.state.Changes;
import org.tandem.engine.state.ElementInstance;
import org.tandem.engine.state.Entity;
import org.tandem.engine.state.Meta;
import org.tandem.engine.state.State;
import org.tandem.engine.state.Variable;

/** Everything that has been committed, finished things too: what a database would hold. */
final class Ledger {

    private final Map<Long, Entity> rows = new TreeMap<>();

    Ledger() {
        rows.put(Meta.KEY, Meta.first());
    }

    void commit(Changes changes) {
        if (changes.purged()) {
            rows.clear();
        }
        for (var change : changes.all()) {
            var known = rows.get(change.key());
            if (change.isNew() != (known == null)) {
                throw new AssertionError("%s is written as %s".formatted(change, known == null ? "known" : "new"));
            }
            if (change.entity() == null) {
                rows.remove(change.key());
            } else {
                rows.put(change.key(), change.entity());
            }
        }
    }

    /** What an engine loads at its start. */
    void load(State into) {
        rows.values().stream()
                .filter(row -> !row.isFinished())
                .filter(row -> !(row instanceof Variable variable)
                        || rows.get(variable.scope()) instanceof ElementInstance scope && scope.isActive())
                .forEach(into::load);
    }
}
