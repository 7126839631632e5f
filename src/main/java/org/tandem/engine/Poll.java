package org.tandem.engine;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.tandem.engine.core.Jobs.Activated;

/** A worker that waits for jobs. */
public final class Poll {

    private final ActivateJobs request;
    private final CompletableFuture<List<Activated>> answer = new CompletableFuture<>();
    private volatile boolean gone;

    Poll(ActivateJobs request) {
        this.request = request;
    }

    /** The jobs, once there are some and they are on the disk; none when the time is over. */
    public CompletableFuture<List<Activated>> answer() {
        return answer;
    }

    ActivateJobs request() {
        return request;
    }

    void hangUp() {
        gone = true;
    }

    boolean isGone() {
        return gone;
    }
}
