package org.tandem.platform.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The engine's own records as it exported them to the store, for what neither Operate nor Tasklist tells. */
record Records(Store store, Horizon horizon) {
    private static final int PAGE = 1000;

    /** All events of one kind that the filter's process instance, if it names one, went through; oldest first. */
    List<JsonNode> find(String kind, Filter filter) {
        var found = new ArrayList<JsonNode>();
        JsonNode after = Json.array();
        while (true) {
            var hits = store.search("zeebe-record_" + kind + "_*", request(filter, after));
            for (var hit : hits) {
                if (!horizon.hides(hit.path("_source").path("key").asLong())) {
                    found.add(hit.path("_source"));
                }
            }
            if (hits.size() < PAGE) {
                return found;
            }
            after = hits.get(hits.size() - 1).path("sort");
        }
    }

    private static ObjectNode request(Filter filter, JsonNode after) {
        var request = Json.object().put("size", PAGE);
        var conditions = request.putObject("query").putObject("bool").putArray("filter");
        conditions.addObject().putObject("term").put("recordType", "EVENT");
        filter.exactly("processInstanceKey")
                .ifPresent(key ->
                        conditions.addObject().putObject("term").put("value.processInstanceKey", Long.parseLong(key)));
        request.putArray("sort").addObject().put("position", "asc");
        if (!after.isEmpty()) {
            request.set("search_after", after);
        }
        return request;
    }
}
