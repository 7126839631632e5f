package org.tandem.engine.core;

import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.tandem.engine.state.Changes;
import org.tandem.engine.state.ElementInstance;
import org.tandem.engine.state.Entity;
import org.tandem.engine.state.Meta;
import org.tandem.engine.state.State;
import org.tandem.engine.state.Variable;
import org.tandem.engine.store.Store;

/** Everything that has been committed, finished things too: what a database would hold, and as quick as a map. */
final class Ledger implements Store {

    private final Map<Long, Entity> rows = new TreeMap<>();

    Ledger() {
        rows.put(Meta.KEY, Meta.first());
    }

    @Override
    public void commit(Changes changes) {
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

    @Override
    public void load(State into) {
        rows.values().stream()
                .filter(row -> !row.isFinished())
                .filter(row -> !(row instanceof Variable variable)
                        || rows.get(variable.scope()) instanceof ElementInstance scope && scope.isActive())
                .forEach(into::load);
    }

    @Override
    public long deleteHistory(long endedBefore, int atMost) {
        throw new UnsupportedOperationException();
    }

    @Override
    public DataSource reading() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
