package org.tandem.platform.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Answers one search of the 8.8 API over the items of a source: filters, sorts and pages them. */
record Search(Source source) {
    private static final int DEFAULT_LIMIT = 100;
    private static final int MOST = 10_000;

    /** Where the items come from, translated into the 8.8 form. */
    @FunctionalInterface
    interface Source {
        /** The items that can match the filter, perhaps more, none twice. */
        List<ObjectNode> find(Filter filter);
    }

    ObjectNode answer(JsonNode request) {
        var filter = new Filter(request.path("filter"));
        var found = source.find(filter).stream()
                .filter(filter::matches)
                .sorted(Order.by(request.path("sort")))
                .toList();
        var page = request.path("page");
        var limit = Math.min(page.path("limit").asInt(DEFAULT_LIMIT), MOST);
        var from = Math.min(from(page, limit), found.size());
        var to = Math.min(from + limit, found.size());

        var answer = Json.object();
        answer.putArray("items").addAll(found.subList(from, to));
        answer.putObject("page")
                .put("totalItems", found.size())
                .put("hasMoreTotalItems", false)
                .put("startCursor", from < to ? Integer.toString(from) : null)
                .put("endCursor", from < to ? Integer.toString(to) : null);
        return answer;
    }

    /** A cursor is the position in the sorted list. */
    private static int from(JsonNode page, int limit) {
        if (page.hasNonNull("after")) {
            return position(page.get("after"));
        }
        if (page.hasNonNull("before")) {
            return Math.max(0, position(page.get("before")) - limit);
        }
        return Math.max(0, page.path("from").asInt(0));
    }

    private static int position(JsonNode cursor) {
        try {
            return Integer.parseInt(cursor.asText());
        } catch (NumberFormatException foreign) {
            throw new BadRequest("The cursor '" + cursor.asText() + "' is not one of the local platform.");
        }
    }
}
