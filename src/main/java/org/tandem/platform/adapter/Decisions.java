package org.tandem.platform.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Decision instances, from Operate; one alone also with its inputs and the rules that matched. */
record Decisions(Operate operate) implements Search.Source {
    private static final Operate.Listing LISTING = new Operate.Listing(
            "decision-instances",
            "key",
            Map.of(
                    "decisionEvaluationInstanceKey", "id",
                    "processInstanceKey", "processInstanceKey",
                    "processDefinitionKey", "processDefinitionKey",
                    "decisionDefinitionId", "decisionId"));

    @Override
    public List<ObjectNode> find(Filter filter) {
        return operate.find(LISTING, filter, UnaryOperator.identity(), Decisions::translate);
    }

    /** One decision instance with inputs and matched rules. */
    ObjectNode whole(String id) {
        var source = operate.upstream().get("/v1/decision-instances/" + id);
        var item = translate(source);
        var inputs = item.putArray("evaluatedInputs");
        source.path("evaluatedInputs").forEach(input -> inputs.add(part("input", input)));
        item.set("matchedRules", rules(source.path("evaluatedOutputs")));
        return item;
    }

    private static ArrayNode rules(JsonNode outputs) {
        var rules = new LinkedHashMap<String, ObjectNode>();
        for (var output : outputs) {
            var rule = rules.computeIfAbsent(output.path("ruleId").asText(), id -> {
                var started = Json.object()
                        .put("ruleId", id)
                        .put("ruleIndex", output.path("ruleIndex").asInt());
                started.putArray("evaluatedOutputs");
                return started;
            });
            rule.withArray("evaluatedOutputs").add(part("output", output));
        }
        return Json.array().addAll(rules.values());
    }

    private static ObjectNode part(String kind, JsonNode source) {
        return Json.object()
                .put(kind + "Id", source.path("id").asText())
                .put(kind + "Name", source.path("name").asText())
                .put(kind + "Value", source.path("value").asText());
    }

    private static ObjectNode translate(JsonNode source) {
        return Item.from(source)
                .key("decisionEvaluationInstanceKey", "id")
                .key("decisionEvaluationKey", "key")
                .key("processDefinitionKey")
                .key("processInstanceKey")
                .key("decisionDefinitionKey", "decisionDefinitionId")
                .text("elementInstanceKey", "0")
                .copy("decisionDefinitionId", "decisionId")
                .copy("decisionDefinitionName", "decisionName")
                .copy("decisionDefinitionVersion", "decisionVersion")
                .copy("decisionDefinitionType", "decisionType")
                .copy("state")
                .date("evaluationDate")
                .copy("evaluationFailure")
                .copy("result")
                .copy("tenantId")
                .done();
    }
}
