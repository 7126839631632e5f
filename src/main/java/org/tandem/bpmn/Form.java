package org.tandem.bpmn;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tandem.bpmn.feel.Expression;
import org.tandem.bpmn.feel.Reading;

/** A form of a user task: what it shows and what a person fills in. */
public record Form(String file, String id, List<Shown> shows, List<Field> fields) {

    /** A place of the form that shows a variable, or depends on one. */
    public record Shown(String where, Expression expression) {}

    /**
     * A field of a form, which can hold a value.
     *
     * @param path where its value is in what is filled in
     * @param hiddenIf conditions of its own and of the groups around it; any of them hides it
     * @param elements the fields of each element, if it is a list
     */
    public record Field(List<String> path, JsonNode schema, List<String> hiddenIf, Optional<List<Field>> elements) {

        public String name() {
            return String.join(".", path);
        }

        public String type() {
            return schema.path("type").asText("");
        }

        /** What people call it. */
        public String label() {
            return Stream.of("label", "dateLabel", "timeLabel")
                    .map(property -> schema.path(property).asText(""))
                    .filter(label -> !label.isBlank() && !label.startsWith("="))
                    .findFirst()
                    .orElseGet(this::name);
        }

        boolean isOnlyShown() {
            return schema.path("readonly").asBoolean(false)
                    || schema.path("disabled").asBoolean(false);
        }

        private boolean meets(Reading reading) {
            var shorter = Math.min(path.size(), reading.path().size());
            return path.subList(0, shorter).equals(reading.path().subList(0, shorter));
        }
    }

    /** Reads a form that is shown to people, whatever else may be wrong with it; nothing if it is none. */
    public static Optional<Form> of(String schema) {
        return new FormReader(new Reader("")).read(schema.getBytes(StandardCharsets.UTF_8));
    }

    /** The fields that a person fills in, or that the form works out. */
    public List<Field> filled() {
        return fields.stream().filter(field -> !field.isOnlyShown()).toList();
    }

    /** The variables that completing it writes, or fields of which it writes. */
    public Set<String> fills() {
        return filled().stream().map(field -> field.path().getFirst()).collect(Collectors.toUnmodifiableSet());
    }

    /** The form itself has what is read there, whether or not the process has written it. */
    public boolean gives(Reading reading) {
        return fields.stream()
                .filter(field -> !field.isOnlyShown() || field.schema().has("defaultValue"))
                .anyMatch(field -> field.meets(reading));
    }
}
