package org.tandem.quality.audits;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Forgets who reviewed an answer when the review is old enough, with what was written of a person's, which is only for that person; and who
 * gave it when all its reviews are. What was found stays, for it is counted. While somebody is still to review it, nothing is forgotten.
 */
@Component
class OldNames {

    private final JdbcClient database;
    private final NamesSettings settings;
    private final Clock clock;

    OldNames(JdbcClient database, NamesSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional
    @Scheduled(
            initialDelayString = "${tandem.quality.audits.retention-pause:PT1H}",
            fixedDelayString = "${tandem.quality.audits.retention-pause:PT1H}")
    void forget() {
        var oldest = Timestamp.from(clock.instant().minus(settings.retention()).truncatedTo(ChronoUnit.MICROS));
        database.sql("""
                        update audit_review set reviewer = null, note = case when exists (
                            select 1 from audit where audit.conversation_key = audit_review.conversation_key and answered_by = 'AI') then note end
                        where reviewed_at < :oldest and reviewer is not null and exists (
                            select 1 from audit where audit.conversation_key = audit_review.conversation_key and not is_open)
                        """).param("oldest", oldest).update();
        database.sql("""
                        update audit set agent = null
                        where agent is not null and not is_open and requested_at < :oldest and not exists (
                            select 1 from audit_review
                            where audit_review.conversation_key = audit.conversation_key and reviewed_at >= :oldest)
                        """).param("oldest", oldest).update();
    }
}
