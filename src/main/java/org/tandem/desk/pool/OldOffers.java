package org.tandem.desk.pool;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tandem.desk.Retention;

/** Deletes offers, answered questions about them and when people were available, when they are old enough. */
@Component
class OldOffers {

    private static final Logger log = LoggerFactory.getLogger(OldOffers.class);

    private final Retention retention;

    OldOffers(Retention retention) {
        this.retention = retention;
    }

    @Scheduled(
            initialDelayString = "${tandem.desk.retention-pause:PT1H}",
            fixedDelayString = "${tandem.desk.retention-pause:PT1H}")
    void delete() {
        retention.delete(
                "select id from pool_review where decided_at < ? order by decided_at fetch first ? rows only",
                "delete from pool_review where id in (:ids)");
        var offers = retention.delete(
                """
                select id from pool_offer where made_at < ?
                    and not exists (select 1 from pool_open work where work.offer = pool_offer.id)
                    and not exists (select 1 from pool_review review where review.offer = pool_offer.id)
                order by made_at fetch first ? rows only
                """, "delete from pool_offer_step where offer in (:ids)", "delete from pool_offer where id in (:ids)");
        retention.delete(
                "select id from pool_presence_change where at < ? order by at fetch first ? rows only",
                "delete from pool_presence_change where id in (:ids)");
        retention.delete(
                "select id from pool_change where changed_at < ? order by changed_at fetch first ? rows only",
                "delete from pool_change where id in (:ids)");
        if (offers > 0) {
            log.info("{} old offers are deleted", offers);
        }
    }
}
