package org.tandem.bpmn;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.tandem.bpmn.Form.Field;
import org.tandem.bpmn.Form.ListElement;
import org.tandem.bpmn.Form.Shown;

/** Reads a form as form-js does, which shows it: its fields, and what it shows. What form-js would stumble over is complained about. */
final class FormReader {

    /** The newest schema that the form viewer of the desk knows. */
    static final int NEWEST_SCHEMA = 19;

    static final Set<String> KEYED = Set.of(
            "checkbox",
            "checklist",
            "datetime",
            "expression",
            "filepicker",
            "number",
            "radio",
            "select",
            "taglist",
            "textarea",
            "textfield");
    static final Set<String> OTHERS = Set.of(
            "button",
            "documentPreview",
            "dynamiclist",
            "group",
            "html",
            "iframe",
            "image",
            "separator",
            "spacer",
            "table",
            "text");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PATH = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*(\\.[\\p{L}_][\\p{L}\\p{N}_]*)*");

    private final Reader reader;
    private final List<Shown> shows = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final FormPaths paths = new FormPaths();

    /** The groups and the list that a component is in. */
    private record Around(List<String> path, List<String> hiddenIf, Optional<ListElement> list, List<Field> fields) {

        List<String> inside(String more) {
            var whole = new ArrayList<>(path);
            if (!more.isBlank()) {
                whole.addAll(List.of(more.split("\\.", -1)));
            }
            return List.copyOf(whole);
        }
    }

    FormReader(Reader reader) {
        this.reader = reader;
    }

    Optional<Form> read(byte[] content) {
        try {
            var form = JSON.readTree(content);
            if (!form.path("components").isArray()) {
                unreadable("it has no components");
                return Optional.empty();
            }
            whole(form);
            var fields = new ArrayList<Field>();
            var around = new Around(List.of(), List.of(), Optional.empty(), fields);
            form.path("components").forEach(component -> component(component, around));
            return Optional.of(new Form(reader.file(), form.path("id").asText(""), shows, fields));
        } catch (JsonProcessingException e) {
            unreadable("%s%s"
                    .formatted(
                            e.getLocation() == null
                                    ? ""
                                    : "line %d: ".formatted(e.getLocation().getLineNr()),
                            e.getOriginalMessage()));
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

    private void whole(JsonNode form) {
        if (form.path("id").asText("").isBlank()) {
            reader.problem(null, "", "the form has no id", "Give the form an id");
        }
        blanks(
                "the form's id",
                form.path("id").asText(""),
                (message, remedy) -> reader.problem(null, "", message, remedy));
        if (!form.path("type").asText("").equals("default")) {
            reader.problem(
                    null,
                    "",
                    "it is not a form of Camunda Modeler (its type is not \"default\")",
                    "Open it in Camunda Modeler and save it again");
        }
        if (form.path("schemaVersion").asInt(0) > NEWEST_SCHEMA) {
            reader.problem(
                    null,
                    "",
                    "it is made for newer forms (schema version %s, known are those up to %d)"
                            .formatted(form.path("schemaVersion").asText(), NEWEST_SCHEMA),
                    "Save it with a Modeler whose forms have schema version %d or less".formatted(NEWEST_SCHEMA));
        }
    }

    private static void blanks(String what, String name, BiConsumer<String, String> complain) {
        Blanks.wrong(name)
                .ifPresent(wrong -> complain.accept(
                        "%s \"%s\" %s, so it is not the same as \"%s\"".formatted(what, name, wrong, Blanks.tidy(name)),
                        "Write %s and nothing around it".formatted(Blanks.tidy(name))));
    }

    private void component(JsonNode component, Around around) {
        var part = new FormPart(reader, component, around.list());
        var type = part.type();
        blanks("its id", part.id(), part::problem);
        if (!part.id().isEmpty() && !ids.add(part.id())) {
            part.problem(
                    "another part of the form has the id \"%s\", too".formatted(part.id()), "Give each its own id");
        }
        if (!KEYED.contains(type) && !OTHERS.contains(type)) {
            part.problem(
                    type.isEmpty() ? "it has no type" : "forms have no component \"%s\" here".formatted(type),
                    "Use another component");
        }
        part.check();
        shows.addAll(part.expressions());
        var hiddenIf = new ArrayList<>(around.hiddenIf());
        part.hiddenIf().ifPresent(hiddenIf::add);
        if (type.equals("dynamiclist")) {
            list(part, around, hiddenIf);
        } else if (component.path("components").isArray()) {
            var path = part.text("path");
            var inside = around.inside(path);
            if (!path.isEmpty()) {
                claim(part, "path", path, inside, FormPaths.Kind.GROUP);
            }
            var group = new Around(inside, hiddenIf, around.list(), around.fields());
            component.path("components").forEach(inner -> component(inner, group));
        } else if (KEYED.contains(type) || component.has("key") && !OTHERS.contains(type)) {
            field(part, around, hiddenIf);
        }
    }

    private void list(FormPart part, Around around, List<String> hiddenIf) {
        var inside = around.inside(part.text("path"));
        var hasPath = claim(part, "path", part.text("path"), inside, FormPaths.Kind.LIST);
        var fields = new ArrayList<Field>();
        paths.within(inside, () -> {
            var variable = around.list().map(ListElement::variable).orElse(hasPath ? inside.getFirst() : "");
            var element = new Around(List.of(), List.of(), Optional.of(new ListElement(variable, fields)), fields);
            part.component().path("components").forEach(inner -> component(inner, element));
        });
        if (hasPath) {
            around.fields().add(new Field(inside, part.component(), hiddenIf, Optional.of(fields)));
        }
    }

    private void field(FormPart part, Around around, List<String> hiddenIf) {
        var key = part.text("key");
        var path = around.inside(key);
        if (!claim(part, "key", key, path, FormPaths.Kind.FIELD)) {
            return;
        }
        var field = new Field(path, part.component(), hiddenIf, Optional.empty());
        around.fields().add(field);
        if (field.isOnlyShown() && around.list().isEmpty() && !part.component().has("defaultValue")) {
            part.feel(field.name()).ifPresent(shows::add);
        }
    }

    /** Whether it is a path at all. */
    private boolean claim(FormPart part, String property, String written, List<String> path, FormPaths.Kind kind) {
        if (written.isBlank()) {
            part.problem(
                    "it has no %s, so what is filled in would be lost".formatted(property),
                    "Give it a %s: the name of the variable".formatted(property));
            return false;
        }
        if (Blanks.wrong(written).isPresent()) {
            blanks("its " + property, written, part::problem);
        } else if (!PATH.matcher(written).matches()) {
            part.problem(
                    "its %s \"%s\" is no name of a variable".formatted(property, written),
                    "Use letters, digits and underscores, or such names with dots between them");
        } else if (!paths.claim(path, kind)) {
            part.problem(
                    "another field of the form has the %s \"%s\", or a part of it, too"
                            .formatted(property, String.join(".", path)),
                    "Give each its own " + property);
        }
        return true;
    }
}
