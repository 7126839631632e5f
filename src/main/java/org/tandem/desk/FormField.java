package org.tandem.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.tandem.bpmn.Form;

/** A field of a form, as far as it is there for whoever fills it in. */
record FormField(Form.Field field) {

    List<String> path() {
        return field.path();
    }

    JsonNode schema() {
        return field.schema();
    }

    String name() {
        return field.name();
    }

    String label() {
        return field.label();
    }

    String type() {
        return field.type();
    }

    /** The fields of each element, if it is a list. */
    Optional<FormFields> elements() {
        return field.elements().map(FormFields::of);
    }

    boolean isHidden(JsonScope scope) {
        return field.hiddenIf().stream()
                .anyMatch(condition -> scope.truth(condition).orElse(false));
    }

    /** Whether it is certainly shown, so that it may be insisted on. */
    boolean isShown(JsonScope scope) {
        return field.hiddenIf().stream()
                .noneMatch(condition -> scope.truth(condition).orElse(true));
    }

    boolean isAlwaysShown() {
        return field.hiddenIf().isEmpty();
    }

    boolean canBeFilledIn(JsonScope scope) {
        return !is("disabled", scope) && !is("readonly", scope);
    }

    /** What can be chosen: a list in the form or one that the process has written; nothing where that is not known. */
    Optional<JsonNode> options(JsonScope scope) {
        var written = scope.variables().get(schema().path("valuesKey").asText(""));
        return Optional.of(written == null ? schema().path("values") : written).filter(JsonNode::isArray);
    }

    private boolean is(String property, JsonScope scope) {
        var said = schema().path(property);
        return said.isTextual() ? scope.truth(said.textValue()).orElse(false) : said.asBoolean(false);
    }
}
