package org.tandem.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormFieldsTest {

    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-11-28T10:00:00Z");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, JsonNode> variables = new HashMap<>();

    @Test
    void whatFitsTheFormBecomesVariablesAndNothingElse() throws IOException {
        var entries = answerCustomer("""
            {"brief": {"customerWrites": "forged", "draft": "forged"}, "reply": "It is on its way.",
             "resolutionCode": "INFORMATION_GIVEN", "draftVerdict": "NO_DRAFT", "productArea": "none"}
            """);

        assertThat(entries.flaws()).isEmpty();
        assertThat(entries.variables().keySet())
                .containsExactlyInAnyOrder("reply", "resolutionCode", "draftVerdict", "productArea");
    }

    @Test
    void everythingThatIsMissingIsNamedAtOnce() throws IOException {
        var entries = answerCustomer("{\"reply\": \"\"}");

        assertThat(sentences(entries))
                .containsExactlyInAnyOrder(
                        "\"Reply to the customer\" is missing.",
                        "\"What did you do?\" is missing.",
                        "\"What became of the AI draft?\" is missing.",
                        "\"What should we improve in the product?\" is missing.");
    }

    @Test
    void whoHandsACaseBackNeedNotAnswerButSaysWhyAndOnlyWhereItIsOffered() throws IOException {
        var wanted = "{\"handBack\": true, \"handBackReason\": \"OTHER\"}";
        variables.put("handBackable", JSON.readTree("true"));

        assertThat(answerCustomer(wanted).flaws()).isEmpty();
        assertThat(answerCustomer(wanted).variables()).containsOnlyKeys("handBack", "handBackReason");
        assertThat(sentences(answerCustomer("{\"handBack\": true}")))
                .containsExactly("\"Why can the AI answer this?\" is missing.");

        variables.put("handBackable", JSON.readTree("false"));

        assertThat(answerCustomer(wanted).variables()).isEmpty();
    }

    @Test
    void whatIsNoFieldOfTheFormIsRefusedByName() throws IOException {
        var entries = answerCustomer("""
            {"reply": "Fine", "resolutionCode": "OTHER", "draftVerdict": "USED", "productArea": "none",
             "outcome": "SOLVED", "brief": {"why": "forged"}}
            """);

        assertThat(sentences(entries))
                .containsExactlyInAnyOrder(
                        "\"outcome\" is not a field of this form.", "\"brief.why\" is not a field of this form.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        textarea | {"minLength": 2}              | "x"       | needs at least 2 characters, it has 1
        textarea | {"maxLength": 3}              | "four"    | can have at most 3 characters, it has 4
        textfield| {"pattern": "^[a-z]+$"}       | "A1"      | is not written as it should be (^[a-z]+$)
        textfield| {"validationType": "email"}   | "nowhere" | is not an e-mail address
        textfield| {}                            | 7         | must be a text
        number   | {"min": 3}                    | 2         | must be at least 3
        number   | {"max": 3}                    | "3.5"     | must be at most 3
        number   | {}                            | "three"   | must be a number
        checkbox | {}                            | "yes"     | must be yes or no
        checkbox | {"required": true}            | false     | is missing
        select   | {}                            | "C"       | has something that is not on its list
        radio    | {}                            | ["A"]     | has something that is not on its list
        checklist| {}                            | ["A","C"] | has something that is not on its list
        taglist  | {"required": true}            | []        | is missing
        filepicker|{}                            | ["files::1"] | asks for files, which cannot be kept here
        """)
    void theRulesOfAFieldAreKept(String type, String rules, String value, String flaw) {
        var entries = check(field(type, rules), "{\"field\": %s}".formatted(value));

        assertThat(sentences(entries)).containsExactly("\"Field\" %s.".formatted(flaw));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        textarea | {"minLength": 2}            | "xy"
        textarea | {"minLength": 2}            | ""
        textfield| {"validationType": "email"} | "ada@example.org"
        textfield| {"pattern": "(?<!a)["}      | "what only browsers can read"
        number   | {"min": 3, "max": 4}        | "3.5"
        checkbox | {}                          | false
        select   | {}                          | "B"
        taglist  | {}                          | ["A", "B"]
        expression|{}                          | {"any": 1}
        """)
    void whatKeepsTheRulesIsTaken(String type, String rules, String value) {
        var entries = check(field(type, rules), "{\"field\": %s}".formatted(value));

        assertThat(entries.flaws()).isEmpty();
        assertThat(entries.variables()).containsEntry("field", json(value));
    }

    @Test
    void whatIsHiddenIsNeitherInsistedOnNorTaken() {
        var form = """
            {"components": [
              {"type": "group", "conditional": {"hide": "=case.closed = true"}, "components": [
                {"type": "textfield", "key": "why", "label": "Why", "validate": {"required": true}}]}]}
            """;

        variables.put("case", json("{\"closed\": true}"));
        assertThat(check(form, "{\"why\": \"x\"}")).isEqualTo(new Entries(Map.of(), List.of()));
        assertThat(check(form, "{}").flaws()).isEmpty();

        variables.put("case", json("{\"closed\": false}"));
        assertThat(sentences(check(form, "{}"))).containsExactly("\"Why\" is missing.");
    }

    @Test
    void whatIsFilledInDecidesWhatIsHidden() {
        var form = """
            {"components": [
              {"type": "checkbox", "key": "more", "label": "More"},
              {"type": "textfield", "key": "what", "label": "What", "validate": {"required": true},
               "conditional": {"hide": "=more != true"}}]}
            """;

        assertThat(check(form, "{\"more\": false}").flaws()).isEmpty();
        assertThat(sentences(check(form, "{\"more\": true}"))).containsExactly("\"What\" is missing.");
    }

    @Test
    void aConditionThatIsNotUnderstoodHereDoesNotStopAnybody() {
        var form = """
            {"components": [{"type": "textfield", "key": "what", "validate": {"required": true},
              "conditional": {"hide": "=count(items) > 3"}}]}
            """;

        assertThat(check(form, "{}").flaws()).isEmpty();
        assertThat(check(form, "{\"what\": \"this\"}").variables()).containsOnlyKeys("what");
    }

    @Test
    void aFieldInsideOfAVariableLeavesTheRestOfItAsItIs() {
        variables.put("order", json("{\"id\": 7, \"note\": \"old\", \"to\": {\"city\": \"Bonn\", \"zip\": 1}}"));
        var form = """
            {"components": [
              {"type": "textfield", "key": "order.id", "readonly": true},
              {"type": "textfield", "key": "order.note"},
              {"type": "group", "path": "order.to", "components": [{"type": "textfield", "key": "city"}]}]}
            """;

        var entries = check(form, "{\"order\": {\"id\": 8, \"note\": \"new\", \"to\": {\"city\": \"Kiel\"}}}");

        assertThat(entries.variables())
                .containsExactly(Map.entry(
                        "order", json("{\"id\": 7, \"note\": \"new\", \"to\": {\"city\": \"Kiel\", \"zip\": 1}}")));
    }

    @Test
    void theElementsOfAListAreCheckedToo() {
        var form = """
            {"components": [{"type": "dynamiclist", "path": "items", "label": "Items", "components": [
              {"type": "textfield", "key": "name", "label": "Name", "validate": {"required": true}}]}]}
            """;

        assertThat(check(form, "{\"items\": [{\"name\": \"a\"}]}").flaws()).isEmpty();
        assertThat(sentences(check(form, "{\"items\": [{\"name\": \"\"}, {\"name\": \"b\", \"x\": 1}]}")))
                .containsExactly("\"Name\" is missing.", "\"x\" is not a field of this form.");
        assertThat(sentences(check(form, "{\"items\": [1]}"))).containsExactly("\"Items\" must be a list.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            date     |                                         | rubbish                   | is no day: one is written like 2026-11-30
            date     |                                         | 2020-02-29                |
            date     | 'disallowPassedDates': true             | 2026-11-26                | can be 27 November 2026 at the earliest, not 26 November 2026
            date     | 'disallowPassedDates': true             | 2026-11-28                |
            date     | 'properties': {'earliest': 'P1D'}       | 2026-11-28                | can be 29 November 2026 at the earliest, not 28 November 2026
            date     | 'properties': {'latest': 'P90D'}        | 2027-02-26                |
            date     | 'properties': {'latest': 'P90D'}        | 2027-02-27                | can be 26 February 2027 at the latest, not 27 February 2027
            datetime |                                         | 2026-11-28                | is no day with a time: one is written like 2026-11-30T10:15+01:00
            datetime | 'disallowPassedDates': true             | 2026-11-28T10:59+01:00    | can be 28 November 2026 11:00 UTC+01:00 at the earliest, not 28 November 2026 10:59 UTC+01:00
            datetime | 'disallowPassedDates': true             | 2026-11-28T11:00+01:00    |
            datetime | 'properties': {'latest': 'P14D'}        | 2026-12-12T10:01Z         | can be 12 December 2026 10:00 UTC at the latest, not 12 December 2026 10:01 UTC
            time     |                                         | 10:15                     |
            """)
    void daysAndMomentsAreWithinWhatTheFormAllows(
            String subtype, @Nullable String rules, String value, @Nullable String flaw) {
        var form = """
            {"components": [{"type": "datetime", "subtype": "%s", "key": "field", "dateLabel": "Field"%s}]}
            """.formatted(subtype, rules == null ? "" : ", " + rules.replace('\'', '"'));

        assertThat(sentences(check(form, "{\"field\": \"%s\"}".formatted(value))))
                .isEqualTo(flaw == null ? List.of() : List.of("\"Field\" %s.".formatted(flaw)));
    }

    @Test
    void theDaysAreThoseOfTheCustomer() {
        var schema = json("{\"subtype\": \"date\", \"properties\": {\"earliest\": \"P1D\"}}");
        var late = ZonedDateTime.parse("2026-11-28T23:30:00Z");

        assertThat(new DateCheck(schema, late).wrong("2026-11-29")).isEmpty();
        assertThat(new DateCheck(schema, late.withZoneSameInstant(ZoneId.of("Europe/Stockholm"))).wrong("2026-11-29"))
                .contains("can be 30 November 2026 at the earliest, not 29 November 2026");
    }

    @Test
    void whatIsNoFormHasNoFields() {
        assertThat(FormFields.read("no JSON")).isEmpty();
        assertThat(FormFields.read("{\"id\": 1}")).isEmpty();
    }

    private Entries answerCustomer(String filledIn) throws IOException {
        return check(Files.readString(Path.of("processes", "answer-customer.form")), filledIn);
    }

    private Entries check(String form, String filledIn) {
        return FormFields.read(form).orElseThrow().check(json(filledIn), variables, NOW);
    }

    private static String field(String type, String rules) {
        return """
            {"components": [{"type": "%s", "key": "field", "label": "Field", "validate": %s%s}]}
            """.formatted(
                        type,
                        rules,
                        List.of("select", "radio", "checklist", "taglist").contains(type)
                                ? ", \"values\": [{\"label\": \"a\", \"value\": \"A\"}, {\"label\": \"b\", \"value\":"
                                        + " \"B\"}]"
                                : "");
    }

    private static List<String> sentences(Entries entries) {
        return entries.flaws().stream().map(FieldFlaw::sentence).toList();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
