package org.tandem.desk.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tandem.desk.Drafts;

/**
 * What the browser needs to show the form of a task.
 *
 * @param who whose draft it is
 * @param schema the form as deployed
 * @param fields the paths of what can be filled in
 * @param snippets what can be inserted, by name
 * @param draft what was typed before, with its revision and when that was
 * @param asides what was typed in other windows and not gone on with
 */
record FormData(
        String who,
        @JsonRawValue String schema,
        Map<String, JsonNode> data,
        List<List<String>> fields,
        @JsonRawValue String draft,
        int revision,
        @Nullable String savedAt,
        List<Aside> asides,
        Map<String, String> snippets) {

    /** What was typed in another window, by the name of that. */
    record Aside(String window, @JsonRawValue String values, String savedAt) {

        static Aside of(Drafts.Aside aside) {
            return new Aside(aside.window(), aside.content(), aside.savedAt().toString());
        }
    }
}
