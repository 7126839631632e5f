package org.tandem.platform.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Reads Operate's v1 API to the end of the list, newest first, so that it can stop at the horizon; returns oldest first. */
record Operate(Upstream upstream, Horizon horizon) {
    private static final int PAGE = 1000;

    /** A list of Operate: its path, its key, and which fields of an 8.8 filter it can look up itself under which name. */
    record Listing(String path, String keyField, Map<String, String> lookUps) {}

    List<ObjectNode> find(
            Listing listing, Filter filter, UnaryOperator<String> value, Function<JsonNode, ObjectNode> translation) {
        var asked = Json.object();
        listing.lookUps()
                .forEach((field, name) -> filter.exactly(field).ifPresent(exact -> {
                    var sought = value.apply(exact);
                    if (isNumeric(sought) && (name.endsWith("ey"))) {
                        asked.put(name, Long.parseLong(sought));
                    } else {
                        asked.put(name, sought);
                    }
                }));
        var found = new ArrayList<ObjectNode>();
        JsonNode after = Json.array();
        while (true) {
            var answer = upstream.post("/v1/" + listing.path() + "/search", request(listing, asked, after));
            for (var item : answer.path("items")) {
                if (horizon.hides(item.path(listing.keyField()).asLong())) {
                    return found.reversed();
                }
                found.add(translation.apply(item));
            }
            if (answer.path("items").size() < PAGE) {
                return found.reversed();
            }
            after = answer.path("sortValues");
        }
    }

    private static ObjectNode request(Listing listing, ObjectNode asked, JsonNode after) {
        var request = Json.object().put("size", PAGE);
        request.set("filter", asked);
        request.putArray("sort").addObject().put("field", listing.keyField()).put("order", "DESC");
        if (!after.isEmpty()) {
            request.set("searchAfter", after);
        }
        return request;
    }

    private static boolean isNumeric(String text) {
        return !text.isEmpty() && text.chars().allMatch(Character::isDigit);
    }
}
