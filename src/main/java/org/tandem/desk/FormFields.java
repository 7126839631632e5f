package org.tandem.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a deployed form. They decide what of a posted answer becomes a variable: what people could fill in and nothing else.
 */
final class FormFields {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> ONLY_SHOWN =
            Set.of("text", "html", "image", "table", "spacer", "separator", "iframe", "button", "documentPreview");

    private final List<FormField> fields = new ArrayList<>();

    private FormFields() {}

    /** Nothing if this is no form. */
    static Optional<FormFields> read(String schema) {
        try {
            var form = JSON.readTree(schema);
            return form.path("components").isArray() ? Optional.of(of(form)) : Optional.empty();
        } catch (JsonProcessingException unreadable) {
            return Optional.empty();
        }
    }

    private static FormFields of(JsonNode container) {
        var fields = new FormFields();
        container.path("components").forEach(component -> fields.add(component, List.of(), List.of()));
        return fields;
    }

    private void add(JsonNode component, List<String> around, List<String> hiddenAround) {
        var type = component.path("type").asText("");
        var hidden = new ArrayList<>(hiddenAround);
        var condition = component.path("conditional").path("hide").asText("");
        if (!condition.isBlank()) {
            hidden.add(condition);
        }
        if (type.equals("dynamiclist")) {
            var path = inside(around, component.path("path"));
            fields.add(new FormField(path, component, hidden, Optional.of(of(component))));
        } else if (component.path("components").isArray()) {
            var path = inside(around, component.path("path"));
            component.path("components").forEach(inner -> add(inner, path, hidden));
        } else if (!ONLY_SHOWN.contains(type)
                && !component.path("key").asText("").isBlank()) {
            fields.add(new FormField(inside(around, component.path("key")), component, hidden, Optional.empty()));
        }
    }

    private static List<String> inside(List<String> around, JsonNode path) {
        var whole = new ArrayList<>(around);
        if (!path.asText("").isBlank()) {
            whole.addAll(List.of(path.asText().split("\\.")));
        }
        return List.copyOf(whole);
    }

    /** The paths of what can be filled in with these variables. */
    List<List<String>> paths(Map<String, JsonNode> variables) {
        var scope = new JsonScope(variables, JSON.createObjectNode());
        return fields.stream()
                .filter(field -> field.canBeFilledIn(scope))
                .map(FormField::path)
                .toList();
    }

    /** Checks what was filled in by the rules of the form. What the form only shows is left out, wherever it comes from. */
    Entries check(JsonNode filledIn, Map<String, JsonNode> variables) {
        var scope = new JsonScope(variables, filledIn);
        var result = new LinkedHashMap<String, JsonNode>();
        var flaws = new ArrayList<>(unknown(filledIn));
        for (var field : fields) {
            if (!field.canBeFilledIn(scope) || field.isHidden(scope)) {
                continue;
            }
            var value = at(filledIn, field.path());
            flaws.addAll(new FieldCheck(field, field.isShown(scope)).of(value));
            if (value != null) {
                put(result, field.path(), value, variables);
            }
        }
        return new Entries(result, flaws);
    }

    /** Those in an element of a list. What its conditions see is not known here. */
    List<FieldFlaw> checkElement(JsonNode element) {
        var flaws = new ArrayList<>(unknown(element));
        for (var field : fields) {
            flaws.addAll(new FieldCheck(field, field.hiddenIf().isEmpty()).of(at(element, field.path())));
        }
        return flaws;
    }

    private List<FieldFlaw> unknown(JsonNode filledIn) {
        var known = new HashSet<List<String>>();
        fields.forEach(field -> known.add(field.path()));
        var flaws = new ArrayList<FieldFlaw>();
        findUnknown(filledIn, List.of(), known, flaws);
        return flaws;
    }

    private static void findUnknown(JsonNode at, List<String> path, Set<List<String>> known, List<FieldFlaw> flaws) {
        if (known.contains(path)) {
            return;
        }
        var leadsOn = path.isEmpty()
                || known.stream()
                        .anyMatch(field -> field.size() > path.size()
                                && field.subList(0, path.size()).equals(path));
        if (leadsOn && at.isObject()) {
            at.properties().forEach(entry -> {
                var deeper = new ArrayList<>(path);
                deeper.add(entry.getKey());
                findUnknown(entry.getValue(), List.copyOf(deeper), known, flaws);
            });
        } else {
            var name = String.join(".", path);
            flaws.add(new FieldFlaw(name, "\"%s\" is not a field of this form.".formatted(name)));
        }
    }

    private static @Nullable JsonNode at(JsonNode from, List<String> path) {
        @Nullable JsonNode at = from;
        for (var key : path) {
            at = at == null ? null : at.get(key);
        }
        return at;
    }

    /** A field inside of a variable changes the variable there, the rest of it stays as it is. */
    private static void put(
            Map<String, JsonNode> result, List<String> path, JsonNode value, Map<String, JsonNode> variables) {
        var name = path.getFirst();
        if (path.size() == 1) {
            result.put(name, value);
            return;
        }
        var begun = result.get(name) == null ? variables.get(name) : result.get(name);
        var whole = begun != null && begun.isObject() ? ((ObjectNode) begun).deepCopy() : JSON.createObjectNode();
        var inner = whole;
        for (var key : path.subList(1, path.size() - 1)) {
            inner = inner.get(key) instanceof ObjectNode deeper ? deeper : inner.putObject(key);
        }
        inner.set(path.getLast(), value);
        result.put(name, whole);
    }
}
