package org.tandem.desk;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes what leads did with tasks when it is {@link RetentionSettings old enough}. */
@Component
class OldSteering {

    private final JdbcClient database;
    private final RetentionSettings settings;
    private final Clock clock;

    OldSteering(JdbcClient database, RetentionSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(
            initialDelayString = "${tandem.desk.retention-pause:PT1H}",
            fixedDelayString = "${tandem.desk.retention-pause:PT1H}")
    void delete() {
        var oldest = settings.oldest(clock).atOffset(ZoneOffset.UTC);
        int deleted;
        do {
            deleted = database.sql("""
                            delete from steering_record where id in
                                (select id from steering_record where steered_at < ? order by steered_at fetch first 500 rows only)
                            """).param(oldest).update();
        } while (deleted > 0);
    }
}
