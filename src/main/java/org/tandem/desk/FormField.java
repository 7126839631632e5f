package org.tandem.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A field of a form.
 *
 * @param path where its value is in what is filled in
 * @param hiddenIf conditions of its own and of the groups around it; any of them hides it
 * @param elements the fields of each element, if it is a list
 */
record FormField(List<String> path, JsonNode schema, List<String> hiddenIf, Optional<FormFields> elements) {

    String name() {
        return String.join(".", path);
    }

    /** What people call it. */
    String label() {
        return Stream.of("label", "dateLabel", "timeLabel")
                .map(property -> schema.path(property).asText(""))
                .filter(label -> !label.isBlank() && !label.startsWith("="))
                .findFirst()
                .orElseGet(this::name);
    }

    String type() {
        return schema.path("type").asText("");
    }

    boolean isHidden(JsonScope scope) {
        return hiddenIf.stream().anyMatch(condition -> scope.truth(condition).orElse(false));
    }

    /** Whether it is certainly shown, so that it may be insisted on. */
    boolean isShown(JsonScope scope) {
        return hiddenIf.stream().noneMatch(condition -> scope.truth(condition).orElse(true));
    }

    boolean canBeFilledIn(JsonScope scope) {
        return !is("disabled", scope) && !is("readonly", scope);
    }

    private boolean is(String property, JsonScope scope) {
        var said = schema.path(property);
        return said.isTextual() ? scope.truth(said.textValue()).orElse(false) : said.asBoolean(false);
    }
}
