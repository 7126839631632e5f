package org.tandem.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tandem.privacy.PersonalData;
import org.tandem.staff.Role;
import org.tandem.staff.StaffMember;

/**
 * Values of a process as far as a role needs them. Leads and auditors judge answers, so they read what people wrote; analysts and operators
 * see only what the process decides by: numbers, codes, times and lengths. Card numbers and the like are masked for everybody.
 */
public final class Minimised {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final int LONGEST_SHOWN = 20_000;
    private static final int LONGEST_CODE = 80;
    /** What is cut may end in half a card number, which would not be found. */
    private static final int TORN = 40;

    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}_.:+/#-]*");
    private static final Pattern ABOUT_A_PERSON =
            Pattern.compile(".*(name|mail|phone|address|birth|iban|card|account)$", Pattern.CASE_INSENSITIVE);
    /** Long numbers in these tell nothing about anybody. */
    private static final Pattern ID_OR_TIME =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(:\\d+)?|TA(-\\d{4}){2,}"
                    + "|\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:\\d{2}(\\[[\\w/]+])?)?)?");

    private final boolean readsConversations;

    private Minimised(boolean readsConversations) {
        this.readsConversations = readsConversations;
    }

    public static Minimised by(StaffMember member) {
        return new Minimised(member.is(Role.LEAD) || member.is(Role.AUDITOR));
    }

    /** Whether something is left out that other roles see. */
    public boolean leavesOut() {
        return !readsConversations;
    }

    /** A value, given as JSON, as a text for people. */
    public String value(String name, String json, boolean isCut) {
        var whole = parsed(json, isCut);
        var shown = whole == null ? torn(json) : written(minimised(name, whole));
        return shown.length() <= LONGEST_SHOWN
                ? shown
                : "%s… (cut: %,d characters)".formatted(shown.substring(0, LONGEST_SHOWN), shown.length());
    }

    /** What the system itself says, which may quote a value. */
    public static String message(String text) {
        return PersonalData.mask(text);
    }

    private static @Nullable JsonNode parsed(String json, boolean isCut) {
        try {
            return isCut ? null : JSON.readTree(json);
        } catch (JsonProcessingException notJson) {
            return null;
        }
    }

    private String torn(String text) {
        if (!readsConversations) {
            return leftOut(text);
        }
        var kept = text.substring(0, Math.max(0, text.length() - TORN));
        return PersonalData.maskForPeople(kept) + "… (cut: only the beginning is known here)";
    }

    private static String written(JsonNode value) {
        try {
            return value.isTextual() ? value.textValue() : JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was read can be written", e);
        }
    }

    private JsonNode minimised(String name, JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> object((ObjectNode) value);
            case ARRAY -> array(name, (ArrayNode) value);
            case STRING -> text(name, value.textValue());
            case NUMBER -> value.isIntegralNumber() ? number(value) : value;
            default -> value;
        };
    }

    private JsonNode object(ObjectNode object) {
        var minimised = JsonNodeFactory.instance.objectNode();
        object.properties()
                .forEach(field ->
                        minimised.set(PersonalData.mask(field.getKey()), minimised(field.getKey(), field.getValue())));
        return minimised;
    }

    private JsonNode array(String name, ArrayNode array) {
        var minimised = JsonNodeFactory.instance.arrayNode();
        array.forEach(item -> minimised.add(minimised(name, item)));
        return minimised;
    }

    private static JsonNode number(JsonNode number) {
        var masked = PersonalData.mask(number.asText());
        return masked.equals(number.asText()) ? number : JsonNodeFactory.instance.textNode(masked);
    }

    private JsonNode text(String name, String text) {
        return JsonNodeFactory.instance.textNode(shown(name, text));
    }

    private String shown(String name, String text) {
        if (ID_OR_TIME.matcher(text).matches()) {
            return text;
        }
        if (readsConversations) {
            return PersonalData.maskForPeople(text);
        }
        var masked = PersonalData.mask(text);
        return isCode(text)
                        && masked.equals(text)
                        && !ABOUT_A_PERSON.matcher(name).matches()
                ? text
                : leftOut(text);
    }

    private static boolean isCode(String text) {
        return text.length() <= LONGEST_CODE && CODE.matcher(text).matches();
    }

    private static String leftOut(String text) {
        return String.format(Locale.ROOT, "[text of %,d characters]", text.length());
    }
}
