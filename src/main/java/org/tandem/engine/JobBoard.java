package org.tandem.engine;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandem.engine.core.Core;

/** Brings together jobs that wait for workers and workers that wait for jobs. Used by the engine's thread only. */
final class JobBoard {

    private static final Logger log = LoggerFactory.getLogger(JobBoard.class);

    private final Driver driver;
    private final Core core;
    private final Committer committer;
    private final Polls polls = new Polls();

    JobBoard(Driver driver, Core core, Committer committer) {
        this.driver = driver;
        this.core = core;
        this.committer = committer;
    }

    void add(Poll poll) {
        polls.add(poll);
        serve(poll.request().type());
        if (poll.request().requestTimeoutMillis() <= 0) {
            giveUp(poll);
        }
    }

    /** Hands out jobs, as a command of its own: what goes wrong here takes nothing back from the command before. */
    void serve(String type) {
        while (core.state().activatable(type) > 0) {
            var poll = polls.next(type);
            if (poll == null) {
                return;
            }
            var request = poll.request();
            try {
                var jobs = core.execute(
                        core -> core.jobs()
                                .activate(
                                        type,
                                        request.worker(),
                                        request.timeoutMillis(),
                                        request.maxJobs(),
                                        request.fetchVariables()),
                        driver.now());
                driver.answer(poll.answer(), jobs);
            } catch (RuntimeException | Error failed) {
                log.error("Jobs of type {} could not be handed out", type, failed);
                committer.add(failure -> poll.answer().completeExceptionally(failed));
            }
        }
    }

    /** Its time is over, or its client has gone. */
    void giveUp(Poll poll) {
        if (polls.remove(poll)) {
            driver.answer(poll.answer(), List.of());
        }
    }

    /** Nobody gets jobs any more. */
    void close() {
        polls.takeAll().forEach(poll -> driver.answer(poll.answer(), List.of()));
    }
}
