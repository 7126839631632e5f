package org.tandem.desk;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deletes what is {@link RetentionSettings old enough}. A batch is a transaction, so that nobody waits long for a lock; interrupted, it goes
 * on where it was.
 */
@Component
public class Retention {

    private static final int AT_ONCE = 500;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final RetentionSettings settings;
    private final Clock clock;

    public Retention(JdbcClient database, TransactionTemplate transaction, RetentionSettings settings, Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * How many rows were deleted.
     *
     * @param select the ids of old rows; its parameters are the moment before which they are old, and how many are wanted at once
     * @param deletes one after the other, each of the rows with {@code :ids}
     */
    public long delete(String select, String... deletes) {
        var oldest = settings.oldest(clock).atOffset(ZoneOffset.UTC);
        var deleted = 0L;
        List<UUID> ids;
        do {
            ids = database.sql(select).params(oldest, AT_ONCE).query(UUID.class).list();
            batch(ids, deletes);
            deleted += ids.size();
        } while (ids.size() == AT_ONCE);
        return deleted;
    }

    private void batch(List<UUID> ids, String... deletes) {
        if (!ids.isEmpty()) {
            transaction.executeWithoutResult(status -> {
                for (var delete : deletes) {
                    database.sql(delete).param("ids", ids).update();
                }
            });
        }
    }
}
