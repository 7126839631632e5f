package org.tandem.desk.pool;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tandem.desk.RetentionSettings;

/** Deletes offers, answered questions about them and when people were available, when they are {@link RetentionSettings old enough}. */
@Component
class OldOffers {

    private static final Logger log = LoggerFactory.getLogger(OldOffers.class);

    private static final int AT_ONCE = 500;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final RetentionSettings settings;
    private final Clock clock;

    OldOffers(JdbcClient database, TransactionTemplate transaction, RetentionSettings settings, Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    /** A batch is a transaction, so that nobody waits long for a lock; interrupted, it goes on where it was. */
    @Scheduled(
            initialDelayString = "${tandem.desk.retention-pause:PT1H}",
            fixedDelayString = "${tandem.desk.retention-pause:PT1H}")
    void delete() {
        var oldest = Moment.of(settings.oldest(clock));
        all("""
                select id from pool_review where decided_at < ? order by decided_at fetch first ? rows only
                """, oldest, "delete from pool_review where id in (:ids)");
        var offers = all(
                """
                select id from pool_offer where made_at < ?
                    and not exists (select 1 from pool_open work where work.offer = pool_offer.id)
                    and not exists (select 1 from pool_review review where review.offer = pool_offer.id)
                order by made_at fetch first ? rows only
                """,
                oldest,
                "delete from pool_offer_step where offer in (:ids)",
                "delete from pool_offer where id in (:ids)");
        all("""
                select id from pool_presence_change where at < ? order by at fetch first ? rows only
                """, oldest, "delete from pool_presence_change where id in (:ids)");
        if (offers > 0) {
            log.info("{} offers from before {} are deleted", offers, oldest);
        }
    }

    private long all(String select, OffsetDateTime oldest, String... deletes) {
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
