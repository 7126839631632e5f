package org.tandem.bpmn;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tandem.bpmn.Form.ListElement;
import org.tandem.bpmn.Form.Shown;
import org.tandem.bpmn.feel.FormFunctions;

/** One component of a form, and the expressions in it. Which properties may be expressions or templates is laid down by form-js. */
final class FormPart {

    private static final List<String> MUST_BE_FEEL =
            List.of("/conditional/hide", "/valuesExpression", "/dataSource", "/columnsExpression", "/expression");
    private static final List<String> MAY_BE_FEEL = List.of(
            "/readonly",
            "/multiple",
            "/accept",
            "/validate/min",
            "/validate/max",
            "/validate/minLength",
            "/validate/maxLength");
    private static final List<String> TEMPLATES = List.of(
            "/alt",
            "/appearance/prefixAdorner",
            "/appearance/suffixAdorner",
            "/content",
            "/description",
            "/label",
            "/source",
            "/text",
            "/title",
            "/url");
    private static final List<String> EARLIEST_LATEST = List.of("/properties/earliest", "/properties/latest");
    private static final Set<String> WITH_OPTIONS = Set.of("checklist", "radio", "select", "taglist");

    private final Reader reader;
    private final JsonNode component;
    private final Optional<ListElement> list;

    /** @param list the dynamic list that it is in */
    FormPart(Reader reader, JsonNode component, Optional<ListElement> list) {
        this.reader = reader;
        this.component = component;
        this.list = list;
    }

    JsonNode component() {
        return component;
    }

    String text(String property) {
        return component.path(property).asText("");
    }

    String type() {
        return text("type");
    }

    String id() {
        return text("id");
    }

    private String name() {
        return Stream.of("label", "key", "path", "id")
                .map(this::text)
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElseGet(this::type);
    }

    void problem(String message, String remedy) {
        reader.problem(id().isEmpty() ? name() : id(), name().equals(id()) ? "" : name(), message, remedy);
    }

    Optional<String> hiddenIf() {
        return Optional.of(component.at("/conditional/hide").asText("")).filter(condition -> !condition.isBlank());
    }

    /** What was begun and not finished. */
    void check() {
        for (var pointer : MUST_BE_FEEL) {
            var written = component.at(pointer);
            if (written.isTextual()
                    && !written.asText().isBlank()
                    && !written.asText().startsWith("=")) {
                problem(
                        "%s is no expression: %s".formatted(property(pointer), written.asText()),
                        "Begin it with an equals sign: =" + written.asText());
            }
        }
        if (WITH_OPTIONS.contains(type())
                && Stream.of("values", "valuesKey", "valuesExpression").noneMatch(component::has)) {
            problem("there is nothing to choose from", "Give it options");
        }
        if (type().equals("datetime")) {
            EARLIEST_LATEST.forEach(this::duration);
        }
        if (type().equals("table") && text("dataSource").isBlank()) {
            problem("the table has no data source", "Give it an expression for the list of its rows, such as =orders");
        }
        if (type().equals("expression") && text("expression").isBlank()) {
            problem("there is no expression that would work out its value", "Give it an expression");
        }
    }

    private void duration(String property) {
        var written = component.at(property).asText("PT0S");
        try {
            Duration.parse(written);
        } catch (DateTimeParseException none) {
            problem(
                    "%s is no duration: %s".formatted(property.substring(1).replace('/', ' '), written),
                    "Write it like P1D for tomorrow or PT2H for two hours ahead");
        }
    }

    /** Its expressions, but for those within loops of templates, where a name may be one of an item. */
    List<Shown> expressions() {
        var shows = new ArrayList<Shown>();
        Stream.concat(MUST_BE_FEEL.stream(), MAY_BE_FEEL.stream())
                .map(pointer -> component.at(pointer).asText(""))
                .filter(text -> text.startsWith("="))
                .forEach(text -> feel(text.substring(1)).ifPresent(shows::add));
        TEMPLATES.stream().map(pointer -> component.at(pointer).asText("")).forEach(text -> template(text, shows));
        var options = text("valuesKey");
        if (options.contains(".")) {
            problem(
                    "its options are to come from \"%s\", but forms look for a variable of just that name"
                            .formatted(options),
                    "Use an expression for the options: =" + options);
        } else if (!options.isBlank()) {
            feel(options).ifPresent(shows::add);
        }
        return shows;
    }

    private void template(String text, List<Shown> shows) {
        if (text.startsWith("=")) {
            feel(text.substring(1)).ifPresent(shows::add);
            return;
        }
        var template = FormTemplate.of(text);
        template.mistake().ifPresent(mistake -> problem(mistake, "Correct the text"));
        template.seen().forEach(feel -> feel(feel).ifPresent(shows::add));
        template.inLoops().forEach(this::feel);
    }

    Optional<Shown> feel(String text) {
        var expression = reader.form(text, id().isEmpty() ? name() : id(), name());
        expression.map(FormFunctions::missingFrom).orElse(Set.of()).forEach(this::isMissing);
        return expression.map(read -> new Shown(name(), read, list));
    }

    private void isMissing(String function) {
        problem(
                "it calls %s(), a function that forms do not have, and so shows nothing".formatted(function),
                FormFunctions.instead(function));
    }

    private static String property(String pointer) {
        return switch (pointer) {
            case "/conditional/hide" -> "the condition that hides it";
            case "/valuesExpression" -> "the expression of its options";
            case "/dataSource" -> "its data source";
            case "/columnsExpression" -> "the expression of its columns";
            default -> "its expression";
        };
    }
}
