package org.tandem.engine.store;

import java.sql.SQLException;

/** Writes a group within the transaction that is open. */
@FunctionalInterface
interface GroupWriter {

    void write(Group group) throws SQLException;
}
