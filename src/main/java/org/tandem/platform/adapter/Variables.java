package org.tandem.platform.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Variables, from Operate. A search may cut long values short, reading one variable never does. */
record Variables(Operate operate, Store store) implements Search.Source {
    private static final Operate.Listing LISTING = new Operate.Listing(
            "variables",
            "key",
            Map.of(
                    "variableKey", "key",
                    "processInstanceKey", "processInstanceKey",
                    "scopeKey", "scopeKey",
                    "name", "name"));

    /** Operate keeps this much of a value for searches, and does not say when it has cut one. */
    private static final int PREVIEW = 8191;

    @Override
    public List<ObjectNode> find(Filter filter) {
        return operate.find(LISTING, filter, UnaryOperator.identity(), Variables::translate);
    }

    /** One variable with its whole value, from the store: Operate's API gives no more than the beginning. */
    Optional<ObjectNode> whole(String key) {
        var query = Json.object();
        query.putObject("query").putObject("term").put("key", Long.parseLong(key));
        var hit = store.search("operate-variable-*", query).path(0).path("_source");
        if (hit.isMissingNode()) {
            return Optional.empty();
        }
        var item = translate(hit);
        if (hit.hasNonNull("fullValue")) {
            item.put("value", hit.path("fullValue").asText());
        }
        return Optional.of(item.put("isTruncated", false));
    }

    private static ObjectNode translate(JsonNode source) {
        return Item.from(source)
                .key("variableKey", "key")
                .key("processInstanceKey")
                .key("scopeKey")
                .copy("name")
                .copy("value")
                .flag("isTruncated", source.path("value").asText().length() >= PREVIEW)
                .copy("tenantId")
                .done();
    }
}
