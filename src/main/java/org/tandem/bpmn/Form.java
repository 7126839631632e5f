package org.tandem.bpmn;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tandem.bpmn.feel.Expression;
import org.tandem.bpmn.feel.Reading;
import org.tandem.bpmn.feel.Scope;

/** A form of a user task: what it shows and what a person fills in. */
public record Form(String file, String id, List<Shown> shows, List<Field> fields) {

    private static final Pattern SPECIAL = Pattern.compile("_?(this|parent|i)_?");
    private static final Pattern THIS = Pattern.compile("_?this_?");

    /**
     * A place of the form that shows a variable, or depends on one.
     *
     * @param list the dynamic list that it is in, whose elements it sees as {@code this}
     */
    public record Shown(String where, Expression expression, Optional<ListElement> list) {

        /** What it reads of the variables of the task; {@code this}, {@code parent} and {@code i} are none of them. */
        public List<Reading> readingsIn(Scope scope) {
            return expression.readingsIn(scope).stream()
                    .filter(reading -> !SPECIAL.matcher(reading.variable()).matches())
                    .toList();
        }

        /** What it reads of the element of the list it is in, or of the form where it is in none, by {@code this}. */
        public List<Reading> readingsOfThis(Scope scope) {
            return expression.readingsIn(scope).stream()
                    .filter(reading -> THIS.matcher(reading.variable()).matches()
                            && reading.path().size() > 1)
                    .toList();
        }
    }

    /**
     * An element of a dynamic list.
     *
     * @param variable the variable that the list is, or of which it is a field
     */
    public record ListElement(String variable, List<Field> fields) {

        public boolean has(Reading ofThis) {
            return names().contains(ofThis.path().get(1));
        }

        public Set<String> names() {
            return fields.stream().map(field -> field.path().getFirst()).collect(Collectors.toUnmodifiableSet());
        }
    }

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
