package org.tandem.platform.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a cluster look empty, which 8.6 cannot do: hides all that exists, and cancels what still runs. Some of that shows
 * up in Operate only later, so the cancelling goes on for a while in the background.
 */
final class Purge {
    private static final Logger log = LoggerFactory.getLogger(Purge.class);
    private static final int SWEEPS = 20;
    private static final long SWEEP_MILLIS = 300;

    private final Upstream upstream;
    private final Horizon horizon;
    private final Instances everything;
    private final AtomicLong changes = new AtomicLong();

    Purge(Upstream upstream, Horizon horizon, Definitions definitions) {
        this.upstream = upstream;
        this.horizon = horizon;
        this.everything = new Instances(new Operate(upstream, new Horizon()), definitions);
    }

    /** Returns the number of the change, complete from the caller's point of view. */
    long run() {
        horizon.raiseTo(newestKey());
        var change = changes.incrementAndGet();
        sweep();
        Thread.ofVirtual().name("purge-" + change).start(() -> sweepUntilNextChange(change));
        return change;
    }

    long lastChange() {
        return changes.get();
    }

    /** A message that nobody waits for gets the next key, so everything that exists has a lower one. */
    private long newestKey() {
        var message = Json.object()
                .put("name", "tandem-purge")
                .put("correlationKey", UUID.randomUUID().toString());
        message.put("timeToLive", 0);
        return upstream.post("/v2/messages/publication", message)
                .path("messageKey")
                .asLong();
    }

    private void sweepUntilNextChange(long change) {
        try {
            for (int sweep = 0; sweep < SWEEPS && changes.get() == change; sweep++) {
                Thread.sleep(SWEEP_MILLIS);
                sweep();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException unreachable) {
            log.debug("The purge could not cancel everything: {}", unreachable.getMessage());
        }
    }

    private void sweep() {
        everything.find(Filter.exactly("state", "ACTIVE")).stream()
                .filter(instance -> instance.path("parentProcessInstanceKey").isNull())
                .filter(instance ->
                        horizon.hides(instance.path("processInstanceKey").asLong()))
                .forEach(this::cancel);
    }

    private void cancel(JsonNode instance) {
        try {
            upstream.post(
                    "/v2/process-instances/"
                            + instance.path("processInstanceKey").asText() + "/cancellation",
                    Json.object());
        } catch (UpstreamFailure alreadyGone) {
            log.trace("{}", alreadyGone.getMessage());
        }
    }
}
