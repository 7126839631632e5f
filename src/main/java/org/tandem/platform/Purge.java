package org.tandem.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;

/**
 * What a purge of the cluster looks like to a test on Camunda 8.6, which cannot purge: running instances are cancelled, and everything
 * with a key up to now is hidden from searches.
 */
final class Purge {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Camunda86 camunda;
    private volatile long hiddenUpTo;
    private volatile long changes;

    Purge(Camunda86 camunda) {
        this.camunda = camunda;
    }

    synchronized ObjectNode run() {
        var active = JSON.objectNode().put("size", 1000);
        active.putObject("filter").put("state", "ACTIVE");
        for (var instance : camunda.post("/v1/process-instances/search", active).path("items")) {
            if (!instance.hasNonNull("parentKey") && !hides(instance)) {
                cancel(instance.path("key").asText());
            }
        }
        hiddenUpTo = newestKey();
        changes++;
        return JSON.objectNode()
                .put("changeId", changes)
                .put("purgedAt", Instant.now().toString());
    }

    /** Process definitions stay: a purge here keeps what is deployed. */
    boolean hides(JsonNode item) {
        return hiddenUpTo > 0
                && (item.path("key").asLong(Long.MAX_VALUE) <= hiddenUpTo
                        || item.path("processInstanceKey").asLong(Long.MAX_VALUE) <= hiddenUpTo
                        || item.path("parentKey").asLong(Long.MAX_VALUE) <= hiddenUpTo);
    }

    /** Adds what a test waits for. A clock that was moved makes 8.6 call its partition unhealthy for minutes, though it works. */
    JsonNode addTo(JsonNode topology) {
        for (var broker : topology.path("brokers")) {
            for (var partition : broker.path("partitions")) {
                ((ObjectNode) partition).put("health", "healthy");
            }
        }
        return ((ObjectNode) topology).put("lastCompletedChangeId", String.valueOf(changes));
    }

    private void cancel(String key) {
        try {
            camunda.post("/v2/process-instances/%s/cancellation".formatted(key), JSON.objectNode());
        } catch (PlatformProblem e) {
            // it has ended meanwhile
        }
    }

    /** Keys only grow, so the key of a message that nobody waits for is above all there is. */
    private long newestKey() {
        var message = JSON.objectNode()
                .put("name", "tandem-purge")
                .put("correlationKey", UUID.randomUUID().toString())
                .put("timeToLive", 0);
        return camunda.post("/v2/messages/publication", message)
                .path("messageKey")
                .asLong();
    }
}
