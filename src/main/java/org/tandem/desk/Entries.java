package org.tandem.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was filled in, as far as it may go to the process, and everything that is wrong with it. */
record Entries(Map<String, JsonNode> variables, List<FieldFlaw> flaws) {

    /** Of everything that is filled in, as JSON. */
    static final int LONGEST = 500_000;

    Entries {
        flaws = List.copyOf(flaws);
    }

    static Entries wrong(String field, String sentence) {
        return new Entries(Map.of(), List.of(new FieldFlaw(field, sentence)));
    }

    /** All of it, as there is no form to say what fits. */
    static Entries of(JsonNode object) {
        var variables = new LinkedHashMap<String, JsonNode>();
        object.properties().forEach(entry -> variables.put(entry.getKey(), entry.getValue()));
        return new Entries(variables, List.of());
    }
}
