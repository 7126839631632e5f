package org.tandem.desk;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes what leads did with tasks when it is old enough. */
@Component
class OldSteering {

    private final Retention retention;

    OldSteering(Retention retention) {
        this.retention = retention;
    }

    @Scheduled(
            initialDelayString = "${tandem.desk.retention-pause:PT1H}",
            fixedDelayString = "${tandem.desk.retention-pause:PT1H}")
    void delete() {
        retention.delete(
                "select id from steering_record where steered_at < ? order by steered_at fetch first ? rows only",
                "delete from steering_record where id in (:ids)");
    }
}
