package org.tandem.platform.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Process instances, from Operate. */
record Instances(Operate operate, Definitions definitions) implements Search.Source {
    private static final Operate.Listing LISTING = new Operate.Listing(
            "process-instances",
            "key",
            Map.of(
                    "processInstanceKey", "key",
                    "processDefinitionId", "bpmnProcessId",
                    "processDefinitionKey", "processDefinitionKey",
                    "parentProcessInstanceKey", "parentKey",
                    "state", "state"));

    @Override
    public List<ObjectNode> find(Filter filter) {
        return operate.find(LISTING, filter, Instances::inOperate, this::translate);
    }

    private static String inOperate(String value) {
        return value.equals("TERMINATED") ? "CANCELED" : value;
    }

    private ObjectNode translate(JsonNode source) {
        var name = definitions
                .definition(source.path("processDefinitionKey").asText())
                .map(definition -> definition.path("name").asText())
                .orElse(source.path("bpmnProcessId").asText());
        return Item.from(source)
                .key("processInstanceKey", "key")
                .copy("processDefinitionId", "bpmnProcessId")
                .key("processDefinitionKey")
                .text("processDefinitionName", name)
                .copy("processDefinitionVersion", "processVersion")
                .copy("processDefinitionVersionTag", "processVersionTag")
                .date("startDate")
                .date("endDate")
                .text(
                        "state",
                        source.path("state").asText().equals("CANCELED")
                                ? "TERMINATED"
                                : source.path("state").asText())
                .flag("hasIncident", source.path("incident").asBoolean())
                .key("parentProcessInstanceKey", "parentKey")
                .key("parentElementInstanceKey", "parentFlowNodeInstanceKey")
                .copy("tenantId")
                .emptyList("tags")
                .done();
    }
}
