package org.tandem.platform.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Incidents, from the alpha v2 API. What 8.6 calls pending, because Operate has not linked it yet, is active. */
record Incidents(Alpha alpha) implements Search.Source {
    private static final Alpha.Listing LISTING =
            new Alpha.Listing("incidents", Map.of("incidentKey", "key", "processInstanceKey", "processInstanceKey"));

    @Override
    public List<ObjectNode> find(Filter filter) {
        return alpha.find(LISTING, filter).stream().map(Incidents::translate).toList();
    }

    private static ObjectNode translate(JsonNode source) {
        var state = source.path("state").asText();
        return Item.from(source)
                .key("incidentKey", "key")
                .key("processInstanceKey")
                .key("processDefinitionKey")
                .copy("processDefinitionId")
                .copy("errorType")
                .copy("errorMessage")
                .copy("elementId", "flowNodeId")
                .key("elementInstanceKey", "flowNodeInstanceKey")
                .date("creationTime")
                .text("state", state.equals("PENDING") ? "ACTIVE" : state)
                .key("jobKey")
                .copy("tenantId")
                .done();
    }
}
