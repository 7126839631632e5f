package org.tandem.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The rules that a form has for a field, as form-js has them in the browser. Those that are expressions are left to it, and so are
 * telephone numbers.
 *
 * @param isShown whether the field is certainly there to be filled in
 * @param options what can be chosen, each as a value or as an object with one; nothing where it is not known
 */
record FieldCheck(FormField field, boolean isShown, Optional<JsonNode> options, ZonedDateTime now) {

    static final int LONGEST_TEXT = 100_000;
    private static final Set<String> TEXTS = Set.of("textfield", "textarea", "datetime");
    private static final Set<String> LISTS = Set.of("checklist", "taglist");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+");

    List<FieldFlaw> of(@Nullable JsonNode value) {
        if (value == null || isEmpty(value)) {
            return isShown && rule("required").asBoolean(false) ? flaw("is missing") : List.of();
        }
        var whatWrong = ofType(value);
        if (whatWrong != null) {
            return flaw(whatWrong);
        }
        if (field.elements().isPresent()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .flatMap(element -> field.elements().get().checkElement(element, now).stream())
                    .toList();
        }
        var flaws = new ArrayList<FieldFlaw>();
        if (value.isTextual()) {
            flaws.addAll(text(value.textValue()));
        }
        if (field.type().equals("datetime")) {
            new DateCheck(field.schema(), now).wrong(value.textValue()).ifPresent(what -> flaws.addAll(flaw(what)));
        }
        if (field.type().equals("number")) {
            flaws.addAll(number(new BigDecimal(value.asText())));
        }
        return flaws;
    }

    private boolean isEmpty(JsonNode value) {
        return value.isNull()
                || value.isTextual() && value.textValue().isEmpty()
                || value.isArray() && value.isEmpty()
                || field.type().equals("checkbox") && value.isBoolean() && !value.booleanValue();
    }

    /** Why such a field cannot have this value. */
    private @Nullable String ofType(JsonNode value) {
        var type = field.type();
        if (type.equals("filepicker")) {
            return "asks for files, which cannot be kept here";
        }
        if (field.elements().isPresent()) {
            return value.isArray() && all(value, JsonNode::isObject) ? null : "must be a list";
        }
        if (TEXTS.contains(type) && !value.isTextual()) {
            return "must be a text";
        }
        if (type.equals("checkbox") && !value.isBoolean()) {
            return "must be yes or no";
        }
        if (type.equals("number") && !isNumber(value)) {
            return "must be a number";
        }
        if (LISTS.contains(type)) {
            return value.isArray() && all(value, this::isOption) ? null : "has something that is not on its list";
        }
        return (type.equals("select") || type.equals("radio")) && !isOption(value)
                ? "has something that is not on its list"
                : null;
    }

    private boolean isOption(JsonNode value) {
        return options.map(list -> StreamSupport.stream(list.spliterator(), false)
                        .map(option -> option.isObject() ? option.path("value") : option)
                        .anyMatch(value::equals))
                .orElse(true);
    }

    private static boolean all(JsonNode list, Predicate<JsonNode> test) {
        return StreamSupport.stream(list.spliterator(), false).allMatch(test);
    }

    private static boolean isNumber(JsonNode value) {
        try {
            new BigDecimal(value.asText());
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private List<FieldFlaw> text(String text) {
        var length = text.strip().length();
        if (length > LONGEST_TEXT) {
            return flaw("can have at most %,d characters, it has %,d".formatted(LONGEST_TEXT, length));
        }
        if (rule("minLength").isNumber() && length < rule("minLength").intValue()) {
            return flaw("needs at least %,d characters, it has %,d"
                    .formatted(rule("minLength").intValue(), length));
        }
        if (rule("maxLength").isNumber() && length > rule("maxLength").intValue()) {
            return flaw("can have at most %,d characters, it has %,d"
                    .formatted(rule("maxLength").intValue(), length));
        }
        if (rule("validationType").asText("").equals("email")
                && !EMAIL.matcher(text.strip()).matches()) {
            return flaw("is not an e-mail address");
        }
        return fits(text)
                ? List.of()
                : flaw("is not written as it should be (%s)"
                        .formatted(rule("pattern").asText()));
    }

    private boolean fits(String text) {
        try {
            return !rule("pattern").isTextual()
                    || Pattern.compile(rule("pattern").textValue())
                            .matcher(text)
                            .find();
        } catch (PatternSyntaxException onlyForBrowsers) {
            return true;
        }
    }

    private List<FieldFlaw> number(BigDecimal number) {
        if (rule("min").isNumber() && number.compareTo(rule("min").decimalValue()) < 0) {
            return flaw("must be at least " + rule("min").asText());
        }
        if (rule("max").isNumber() && number.compareTo(rule("max").decimalValue()) > 0) {
            return flaw("must be at most " + rule("max").asText());
        }
        return List.of();
    }

    private JsonNode rule(String name) {
        return field.schema().path("validate").path(name);
    }

    private List<FieldFlaw> flaw(String what) {
        return List.of(new FieldFlaw(field.name(), "\"%s\" %s.".formatted(field.label(), what)));
    }
}
