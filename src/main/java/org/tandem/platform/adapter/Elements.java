package org.tandem.platform.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Element instances, from Operate's flow node instances. */
record Elements(Operate operate, Definitions definitions) implements Search.Source {
    private static final Operate.Listing LISTING = new Operate.Listing(
            "flownode-instances",
            "key",
            Map.of(
                    "elementInstanceKey", "key",
                    "processInstanceKey", "processInstanceKey",
                    "processDefinitionKey", "processDefinitionKey",
                    "elementId", "flowNodeId",
                    "type", "type",
                    "state", "state"));

    @Override
    public List<ObjectNode> find(Filter filter) {
        return operate.find(LISTING, filter, UnaryOperator.identity(), this::translate);
    }

    private ObjectNode translate(JsonNode source) {
        var elementId = source.path("flowNodeId").asText();
        return Item.from(source)
                .key("elementInstanceKey", "key")
                .key("processInstanceKey")
                .key("processDefinitionKey")
                .text(
                        "processDefinitionId",
                        definitions
                                .processId(source.path("processDefinitionKey").asText())
                                .orElse(""))
                .text("elementId", elementId)
                .text("elementName", source.path("flowNodeName").asText(elementId))
                .copy("type")
                .copy("state")
                .date("startDate")
                .date("endDate")
                .key("incidentKey")
                .flag("hasIncident", source.path("incident").asBoolean() || source.hasNonNull("incidentKey"))
                .copy("tenantId")
                .done();
    }
}
