package org.tandem.process;

import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.tandem.desk.LeftTasks;
import org.tandem.desk.TasksAway;
import org.tandem.staff.LeftTheDesk;
import org.tandem.staff.Workforce;

/**
 * Gives back the tasks of whoever leaves the desk: at once, or when the engine answers again, for the event stays in the database until then. Now
 * and then it looks again, since a search may not have known yet what they had claimed just before.
 */
@Component
class Leaving {

    private static final Logger log = LoggerFactory.getLogger(Leaving.class);

    private final LeftTasks tasks;
    private final Workforce workforce;

    Leaving(LeftTasks tasks, Workforce workforce) {
        this.tasks = tasks;
        this.workforce = workforce;
    }

    @Async(OutboxConfiguration.EXECUTOR)
    @TransactionalEventListener
    void on(LeftTheDesk left) {
        tasks.giveBack(Set.of(left.name()));
    }

    @Scheduled(
            initialDelayString = "${tandem.process.leaving-interval:PT1M}",
            fixedDelayString = "${tandem.process.leaving-interval:PT1M}")
    void lookAgain() {
        try {
            tasks.giveBack(workforce.gone());
        } catch (TasksAway away) {
            log.debug("Tasks of people who left wait for the engine: {}", away.getMessage());
        }
    }
}
