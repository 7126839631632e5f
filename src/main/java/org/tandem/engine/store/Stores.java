package org.tandem.engine.store;

import java.util.UUID;
import org.tandem.disk.DatabaseFile;

/** Opens stores. */
public final class Stores {

    private Stores() {}

    /**
     * Opens the database, or makes it, and keeps other engines away from it.
     *
     * @param url JDBC address of an H2 file or a PostgreSQL database
     * @throws StoreException when it cannot be opened, with a sentence for an operator
     */
    public static Store open(String url, String user, String password) {
        if (url.startsWith(PostgresDatabase.URL)) {
            return SqlStore.open(new PostgresDatabase(url, user, password));
        }
        if (url.startsWith(DatabaseFile.PREFIX) || url.startsWith(H2Database.MEMORY)) {
            return SqlStore.open(new H2Database(url, user, password));
        }
        throw new StoreException(
                "The engine's database %s is neither an H2 file (%s...) nor PostgreSQL (%s...)."
                        .formatted(url, DatabaseFile.PREFIX, PostgresDatabase.URL),
                null);
    }

    /** Gone when it is closed: for simulations and tests. */
    public static Store inMemory() {
        return open(H2Database.MEMORY + "engine-" + UUID.randomUUID(), "sa", "");
    }
}
