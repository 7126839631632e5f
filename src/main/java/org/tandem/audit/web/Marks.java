package org.tandem.audit.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.tandem.audit.Trail;
import org.tandem.audit.Trail.Count;

/** What the viewer marks on the diagram, as JSON. */
final class Marks {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Marks() {}

    static String of(Trail trail) {
        var elements = trail.counts().stream()
                .map(count -> Map.of("id", count.element(), "passes", passes(count), "state", state(count)))
                .toList();
        try {
            return JSON.writeValueAsString(Map.of("elements", elements, "flows", trail.flows()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts and numbers can be written", e);
        }
    }

    private static long passes(Count count) {
        return count.active() + count.completed() + count.canceled() + count.incidents();
    }

    private static String state(Count count) {
        if (count.incidents() > 0) {
            return "incident";
        }
        if (count.active() > 0) {
            return "here";
        }
        return count.completed() > 0 ? "done" : "ended";
    }
}
