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
 * Values of a process as far as a role needs them. Leads and auditors judge answers, so they read what people wrote. Analysts and operators see
 * only what the process decides by: numbers, times, ids and the codes that its models have; every other text may be about somebody, even a
 * single word. Card numbers and the like are masked for everybody.
 */
public final class Minimised {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final int LONGEST_SHOWN = 20_000;
    /** What is cut may end in half a card number, which would not be found. */
    private static final int TORN = 40;

    /** As in CUSTOMER_ASKED: no name is written so. */
    private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)+");

    private static final Pattern ID_OR_TIME =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(:\\d+)?|TA(-\\d{4}){2,}"
                    + "|\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:\\d{2}(\\[[\\w/]+])?)?)?"
                    + "|P(?=.)(\\d+[YMWD])*(T(\\d+(\\.\\d+)?[HMS])+)?");

    /** The assistant finds these, from lists of its own. */
    private static final Pattern FOUND_BY_US =
            Pattern.compile("topic|language( \\(iso code\\))?", Pattern.CASE_INSENSITIVE);

    private static final Pattern OURS = Pattern.compile("[a-z][a-z0-9-]{0,79}");
    private static final Pattern FIELD = Pattern.compile("[a-z][A-Za-z0-9_]{0,79}");

    /** With an apostrophe within a word being none; what is not closed goes on to the end. */
    private static final Pattern QUOTED = Pattern.compile(
            "(?<!\\p{L})'.*?('(?!\\p{L})|$)|\".*?(\"|$)|“.*?(”|$)|‘.*?(’|$)|`.*?(`|$)|\\{.*}|\\{.*|\\[.*]|\\[.*",
            Pattern.DOTALL);

    private final boolean readsConversations;
    private final boolean mendsIncidents;
    private final ModelTexts model;

    private Minimised(StaffMember member, ModelTexts model) {
        this.readsConversations = member.is(Role.LEAD) || member.is(Role.AUDITOR);
        this.mendsIncidents = member.is(Role.OPERATOR);
        this.model = model;
    }

    /** @param model what the models of the process have in quotes */
    public static Minimised by(StaffMember member, ModelTexts model) {
        return new Minimised(member, model);
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

    /** Why something failed, in words that may quote a value: operators need them without, and analysts see where it was and of which kind. */
    public String message(String text) {
        if (readsConversations) {
            return PersonalData.mask(text);
        }
        return mendsIncidents
                ? PersonalData.mask(QUOTED.matcher(text).replaceAll("[left out]"))
                : String.format(Locale.ROOT, "[%,d characters, for leads, auditors and operators]", text.length());
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
                .forEach(field -> minimised.set(
                        field(field.getKey(), minimised.size()), minimised(field.getKey(), field.getValue())));
        return minimised;
    }

    private String field(String name, int before) {
        return readsConversations || FIELD.matcher(name).matches() || model.have(name)
                ? PersonalData.mask(name)
                : "[field %d]".formatted(before + 1);
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
        return isCode(name, text) && PersonalData.mask(text).equals(text) ? text : leftOut(text);
    }

    private boolean isCode(String name, String text) {
        return model.have(text)
                || CONSTANT.matcher(text).matches()
                || FOUND_BY_US.matcher(name).matches() && OURS.matcher(text).matches();
    }

    private static String leftOut(String text) {
        return String.format(Locale.ROOT, "[text of %,d characters]", text.length());
    }
}
