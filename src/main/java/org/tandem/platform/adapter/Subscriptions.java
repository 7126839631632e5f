package org.tandem.platform.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/** What process instances wait for: the last state of each message subscription, from the engine's records. */
record Subscriptions(Records records) implements Search.Source {
    private static final Set<String> STATES = Set.of("CREATED", "CORRELATED", "DELETED", "MIGRATED");

    @Override
    public List<ObjectNode> find(Filter filter) {
        var latest = new LinkedHashMap<String, ObjectNode>();
        for (var record : records.find("process-message-subscription", filter)) {
            if (STATES.contains(record.path("intent").asText())) {
                latest.put(record.path("key").asText(), translate(record));
            }
        }
        return List.copyOf(latest.values());
    }

    /** The messages that were received, each once per subscription. */
    List<ObjectNode> correlated(Filter filter) {
        return records.find("process-message-subscription", filter).stream()
                .filter(record -> record.path("intent").asText().equals("CORRELATED"))
                .map(Subscriptions::correlation)
                .toList();
    }

    private static ObjectNode translate(JsonNode record) {
        return common(record)
                .key("messageSubscriptionKey", "subscriptionKey")
                .text("messageSubscriptionState", record.path("intent").asText())
                .text("lastUpdatedDate", time(record))
                .done();
    }

    private static ObjectNode correlation(JsonNode record) {
        return common(record)
                .key("subscriptionKey")
                .key("messageKey")
                .text("correlationTime", time(record))
                .number("partitionId", record.path("partitionId").asInt())
                .done();
    }

    private static Item common(JsonNode record) {
        var value = ((ObjectNode) record.path("value").deepCopy())
                .put("subscriptionKey", record.path("key").asLong());
        return Item.from(value)
                .copy("processDefinitionId", "bpmnProcessId")
                .key("processDefinitionKey")
                .key("processInstanceKey")
                .copy("elementId")
                .key("elementInstanceKey")
                .copy("messageName")
                .copy("correlationKey")
                .copy("tenantId");
    }

    private static String time(JsonNode record) {
        return Instant.ofEpochMilli(record.path("timestamp").asLong()).toString();
    }
}
