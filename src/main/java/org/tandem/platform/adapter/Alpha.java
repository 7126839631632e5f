package org.tandem.platform.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Reads the alpha searches of 8.6's own v2 API to the end of the list, oldest first. */
record Alpha(Upstream upstream, Horizon horizon) {
    private static final int PAGE = 1000;

    /** A list, and which fields of an 8.8 filter it can look up itself under which name. */
    record Listing(String path, Map<String, String> keys) {}

    List<JsonNode> find(Listing listing, Filter filter) {
        var asked = Json.object();
        listing.keys()
                .forEach((field, name) ->
                        filter.exactly(field).ifPresent(exact -> asked.put(name, Long.parseLong(exact))));
        var found = new ArrayList<JsonNode>();
        JsonNode after = Json.array();
        while (true) {
            var answer = upstream.post("/v2/" + listing.path() + "/search", request(asked, after));
            for (var item : answer.path("items")) {
                if (horizon.hides(item.path("key").asLong())) {
                    continue;
                }
                found.add(item);
            }
            if (answer.path("items").size() < PAGE) {
                found.sort(Comparator.comparingLong(item -> item.path("key").asLong()));
                return found;
            }
            after = answer.path("page").path("lastSortValues");
        }
    }

    private static ObjectNode request(ObjectNode asked, JsonNode after) {
        var request = Json.object();
        request.set("filter", asked);
        var page = request.putObject("page").put("limit", PAGE);
        if (!after.isEmpty()) {
            page.set("searchAfter", after);
        }
        return request;
    }
}
