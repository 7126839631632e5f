package org.tandem.desk.pool;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Moments as the database keeps them, whatever the time zone of the machine. */
final class Moment {

    private Moment() {}

    static OffsetDateTime of(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    static Instant in(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
