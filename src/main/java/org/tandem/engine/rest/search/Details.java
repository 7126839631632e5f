package org.tandem.engine.rest.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.tandem.engine.rest.http.Json;

/** What items tell from the engine's own JSON, which comes with them as {@code detail} and does not stay in them. */
final class Details {

    static final String FIELD = "detail";

    private Details() {}

    static JsonNode take(ObjectNode item) {
        var detail = item.remove(FIELD);
        return detail == null || detail.isNull() ? Json.object() : Json.reread(detail.textValue());
    }

    static void headers(ObjectNode item) {
        var headers = take(item).path("headers");
        item.set("customHeaders", headers.isObject() ? headers : Json.object());
    }

    static void tags(ObjectNode item) {
        var tags = take(item).path("start").path("tags");
        item.set("tags", tags.isArray() ? tags : Json.object().arrayNode());
    }

    /** What a decision has looked at. Values are JSON in texts. */
    static void decision(ObjectNode item) {
        var detail = take(item);
        var inputs = item.putArray("evaluatedInputs");
        detail.path("inputs")
                .forEach(input -> inputs.addObject()
                        .put("inputId", input.path("id").asText())
                        .put("inputName", input.path("name").asText())
                        .put("inputValue", input.path("value").toString()));
        var rules = item.putArray("matchedRules");
        detail.path("rules").forEach(rule -> {
            var matched = rules.addObject()
                    .put("ruleId", rule.path("id").asText())
                    .put("ruleIndex", rule.path("index").asInt());
            var outputs = matched.putArray("evaluatedOutputs");
            rule.path("outputs")
                    .forEach(output -> outputs.addObject()
                            .put("outputId", output.path("id").asText())
                            .put("outputName", output.path("name").asText())
                            .put("outputValue", output.path("value").toString()));
        });
    }
}
