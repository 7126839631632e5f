package org.tandem.bpmn;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tandem.bpmn.Form.Shown;

/** Reads a form: keys a person fills in, keys that are only shown, and the expressions and text templates that show variables. */
final class FormReader {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{(?<feel>[^}]*)}}");

    private final Reader reader;
    private final List<Shown> shows = new ArrayList<>();
    private final Set<String> fills = new LinkedHashSet<>();

    FormReader(Reader reader) {
        this.reader = reader;
    }

    Optional<Form> read(byte[] content) {
        try {
            var form = JSON.readTree(content);
            if (!form.path("id").isTextual() || !form.path("components").isArray()) {
                unreadable("it has no id or no components");
                return Optional.empty();
            }
            form.path("components").forEach(this::component);
            return Optional.of(new Form(reader.file(), form.path("id").asText(), shows, fills));
        } catch (JsonProcessingException e) {
            unreadable("line %d: %s".formatted(e.getLocation().getLineNr(), e.getOriginalMessage()));
        } catch (IOException e) {
            unreadable(String.valueOf(e.getMessage()));
        }
        return Optional.empty();
    }

    private void unreadable(String why) {
        reader.problem(
                null,
                "",
                "not readable as a form, " + why,
                "Open it in Camunda Modeler and save it again, or take the last version that worked");
    }

    private void component(JsonNode component) {
        var name = component.path("label").asText(component.path("id").asText());
        var key = component.path("key").asText();
        var repeats = component.path("type").asText().equals("dynamiclist");
        if (!key.isBlank()) {
            if (isTrue(component.path("readonly")) || isTrue(component.path("disabled"))) {
                show(key, name);
            } else {
                fills.add(key.replaceFirst("\\..*", ""));
            }
        }
        if (!repeats) {
            component.path("components").forEach(this::component);
        }
        component.properties().forEach(property -> {
            if (!property.getKey().equals("components")) {
                expressions(property.getValue(), name);
            }
        });
    }

    private void expressions(JsonNode value, String name) {
        if (value.isTextual() && value.asText().startsWith("=")) {
            show(value.asText().substring(1), name);
        } else if (value.isTextual()) {
            var templates = TEMPLATE.matcher(value.asText());
            while (templates.find() && !templates.group("feel").startsWith("#loop")) {
                var feel = templates.group("feel").strip().replaceFirst("^#if ", "");
                if (!feel.startsWith("/")) {
                    show(feel, name);
                }
            }
        } else {
            value.forEach(inner -> expressions(inner, name));
        }
    }

    private void show(String feel, String name) {
        reader.feel(feel, name, name).ifPresent(expression -> shows.add(new Shown(name, expression)));
    }

    private static boolean isTrue(JsonNode node) {
        return node.asBoolean(false);
    }
}
