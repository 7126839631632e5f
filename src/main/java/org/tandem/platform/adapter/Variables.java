package org.tandem.platform.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Variables, from Operate. A search may cut long values short, reading one variable never does. */
record Variables(Operate operate) implements Search.Source {
    private static final Operate.Listing LISTING = new Operate.Listing(
            "variables",
            "key",
            Map.of(
                    "variableKey", "key",
                    "processInstanceKey", "processInstanceKey",
                    "scopeKey", "scopeKey",
                    "name", "name"));

    @Override
    public List<ObjectNode> find(Filter filter) {
        return operate.find(LISTING, filter, UnaryOperator.identity(), Variables::translate);
    }

    /** One variable with its whole value. */
    ObjectNode whole(String key) {
        return translate(operate.upstream().get("/v1/variables/" + key));
    }

    private static ObjectNode translate(JsonNode source) {
        return Item.from(source)
                .key("variableKey", "key")
                .key("processInstanceKey")
                .key("scopeKey")
                .copy("name")
                .copy("value")
                .flag("isTruncated", source.path("truncated").asBoolean())
                .copy("tenantId")
                .done();
    }
}
