package org.tandem.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandem.bpmn.Form;

/**
 * The fields of a deployed form. They decide what of a posted answer becomes a variable: what people could fill in and nothing else.
 */
final class FormFields {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<FormField> fields;

    private FormFields(List<FormField> fields) {
        this.fields = fields;
    }

    /** Nothing if this is no form. */
    static Optional<FormFields> read(String schema) {
        return Form.of(schema).map(form -> of(form.fields()));
    }

    static FormFields of(List<Form.Field> fields) {
        return new FormFields(fields.stream().map(FormField::new).toList());
    }

    /** The paths of what can be filled in with these variables. */
    List<List<String>> paths(Map<String, JsonNode> variables) {
        var scope = new JsonScope(variables, JSON.createObjectNode());
        return fields.stream()
                .filter(field -> field.canBeFilledIn(scope))
                .map(FormField::path)
                .toList();
    }

    /**
     * Checks what was filled in by the rules of the form. What the form only shows is left out, wherever it comes from.
     *
     * @param now in the time whose days are meant
     */
    Entries check(JsonNode filledIn, Map<String, JsonNode> variables, ZonedDateTime now) {
        var scope = new JsonScope(variables, filledIn);
        var result = new LinkedHashMap<String, JsonNode>();
        var flaws = new ArrayList<>(unknown(filledIn));
        for (var field : fields) {
            if (!field.canBeFilledIn(scope) || field.isHidden(scope)) {
                continue;
            }
            var value = at(filledIn, field.path());
            flaws.addAll(new FieldCheck(field, field.isShown(scope), field.options(scope), now).of(value));
            if (value != null) {
                put(result, field.path(), value, variables);
            }
        }
        return new Entries(result, flaws);
    }

    /** What of these variables belongs to a field of the form. */
    ObjectNode ownOf(JsonNode variables) {
        var own = JSON.createObjectNode();
        fields.stream()
                .map(field -> field.path().getFirst())
                .filter(variables::has)
                .forEach(key -> own.set(key, variables.get(key)));
        return own;
    }

    /** Those in an element of a list. What its conditions see is not known here. */
    List<FieldFlaw> checkElement(JsonNode element, ZonedDateTime now) {
        var flaws = new ArrayList<>(unknown(element));
        var nothing = new JsonScope(Map.of(), element);
        for (var field : fields) {
            flaws.addAll(new FieldCheck(field, field.isAlwaysShown(), field.options(nothing), now)
                    .of(at(element, field.path())));
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
