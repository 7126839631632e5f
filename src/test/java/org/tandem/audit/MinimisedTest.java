package org.tandem.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandem.staff.Role;

/** Who sees what of a process's values. */
class MinimisedTest {

    private static final String CARD = "4111 1111 1111 1111";

    @ParameterizedTest
    @EnumSource(names = {"LEAD", "ANALYST", "AUDITOR", "OPERATOR"})
    void noRoleSeesACardNumberWhereverItHides(Role role) {
        var seen = seenBy(role);

        assertThat(seen.value("reply", "\"My card is " + CARD + "\"", false)).doesNotContain(CARD, "1111 1111");
        assertThat(seen.value("card", "4111111111111111", false)).doesNotContain("4111111111111111");
        assertThat(seen.value("brief", "{\"draft\":[\"" + CARD + "\"],\"" + CARD + "\":1}", false))
                .doesNotContain(CARD);
        assertThat(seen.value("reply", "\"I pay with " + CARD, true)).doesNotContain(CARD);
        assertThat(seen.message("Cannot read '" + CARD + "'")).doesNotContain(CARD);
    }

    @ParameterizedTest
    @EnumSource(names = {"LEAD", "AUDITOR"})
    void whoJudgesAnswersReadsWhatPeopleWrote(Role role) {
        var seen = seenBy(role);

        assertThat(seen.value("reply", "\"I have paused your payments.\"", false))
                .isEqualTo("I have paused your payments.");
        assertThat(seen.value("reply", "\"My card is " + CARD + "\"", false)).contains("card ending 1111");
        assertThat(seen.leavesOut()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"ANALYST", "OPERATOR"})
    void whoMendsProcessesSeesWhatTheyDecideByAndNotWhatPeopleWrote(Role role) {
        var seen = seenBy(role);

        assertThat(seen.value("reply", "\"I have paused your payments.\"", false))
                .isEqualTo("[text of 28 characters]");
        assertThat(seen.value("gate", "{\"route\":\"PERSON\",\"reason\":\"too sure of itself\"}", false))
                .contains("PERSON")
                .contains("[text of 18 characters]")
                .doesNotContain("too sure");
        assertThat(seen.value("customer", "{\"name\":\"Robin\",\"email\":\"robin@customer.example\"}", false))
                .doesNotContain("Robin", "robin@");
        assertThat(seen.value("reply", "\"I have paused your pay", true)).doesNotContain("paused");
        assertThat(seen.leavesOut()).isTrue();
    }

    @Test
    void oneOfSeveralRolesIsEnough() {
        assertThat(seenBy(Role.ANALYST, Role.AUDITOR).leavesOut()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8f14e45f-ceea-467f-a1cd-000000000123",
                "8f14e45f-ceea-467f-a1cd-000000000123:2",
                "TA-1234-5678",
                "2026-11-26T02:00:51.123Z",
                "2026-11-26",
                "PT30S",
                "P1DT2H",
                "CUSTOMER_ASKED",
                "general",
                "The customer asked for a person"
            })
    void idsCodesAndTimesAreSeenByEverybodyAsTheyAre(String code) {
        assertThat(seenBy(Role.OPERATOR).value("x", "\"" + code + "\"", false)).isEqualTo(code);
        assertThat(seenBy(Role.AUDITOR).value("x", "\"" + code + "\"", false)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"0.4111111111111111", "true", "null", "17"})
    void numbersAndTruthValuesAreSeenByEverybody(String json) {
        assertThat(seenBy(Role.OPERATOR).value("risk", json, false)).isEqualTo(json);
    }

    @Test
    void aHugeValueIsCutAfterItIsMasked() {
        var huge = "\"" + "word ".repeat(10_000) + "\"";

        assertThat(seenBy(Role.AUDITOR).value("x", huge, false))
                .hasSizeLessThan(21_000)
                .endsWith("(cut: 50,000 characters)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Robin",
                "robin",
                "ROBIN",
                "Anna-Lena",
                "O'Neil",
                "Mueller",
                "general2",
                "x@y.example",
                "Berlin",
                "P",
                "PT"
            })
    void aSingleWordMayBeANameSoOnlyWhatTheModelsHaveIsACode(String word) {
        var json = "\"" + word + "\"";
        for (var name : List.of("x", "name", "reply", "firstName", "customer")) {
            assertThat(seenBy(Role.OPERATOR).value(name, json, false)).startsWith("[text of ");
            assertThat(seenBy(Role.ANALYST).value(name, "[" + json + "]", false))
                    .doesNotContain(json);
        }
        assertThat(seenBy(Role.AUDITOR).value("x", json, false)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "topic, card-freeze, true",
        "Topic, card-freeze, true",
        "language, en, true",
        "Language (ISO code), pt-br, true",
        "topic, Robin, false",
        "topicOfTalk, robin, false",
        "topic, my card is gone, false"
    })
    void whatTheAssistantFoundIsSeenWhereItIsKept(String name, String text, boolean seen) {
        assertThat(seenBy(Role.ANALYST).value(name, "\"" + text + "\"", false).equals(text))
                .isEqualTo(seen);
    }

    @Test
    void theNamesOfFieldsMayBeDataToo() {
        var json = "{\"route\":1,\"Robin Example\":2,\"Robin\":3}";

        assertThat(seenBy(Role.ANALYST).value("x", json, false))
                .contains("route", "[field 2]", "[field 3]")
                .doesNotContain("Robin");
        assertThat(seenBy(Role.AUDITOR).value("x", json, false)).contains("Robin Example");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            Expected 'Robin Example' to be a number | Expected [left out] to be a number
            It can't read "Robin's reply" at line 3 | It can't read [left out] at line 3
            No context entry found for 'Robin | No context entry found for [left out]
            Bad value {"name": {"first": "Robin"}} here | Bad value [left out] here
            The variable “Robin” isn't there | The variable [left out] isn't there
            No answer for robin@customer.example | No answer for [e-mail address]
            The work failed 3 times | The work failed 3 times
            """)
    void operatorsReadWhyAStepFailedWithoutWhatItQuotes(String message, String shown) {
        assertThat(seenBy(Role.OPERATOR).message(message)).isEqualTo(shown);
    }

    @Test
    void analystsSeeOnlyOfWhichKindAnIncidentIsAndWhere() {
        assertThat(seenBy(Role.ANALYST).message("Expected 'Robin'"))
                .isEqualTo("[16 characters, for leads, auditors and operators]");
        assertThat(seenBy(Role.LEAD).message("Expected 'Robin'")).isEqualTo("Expected 'Robin'");
        assertThat(seenBy(Role.AUDITOR).message("Expected 'Robin'")).isEqualTo("Expected 'Robin'");
    }

    @Test
    void textsOfModelsAreReadFromAttributesAndElements() {
        var models = ModelTexts.of(Stream.of(
                "<a expression=\"=if x = &quot;general&quot; then &#34;PERSON&#34; else null\"/>",
                "<text>\"The customer asked for a person\", \"AI\"</text>"));

        assertThat(models.texts()).contains("general", "PERSON", "The customer asked for a person", "AI");
    }

    private static Minimised seenBy(Role... roles) {
        return Minimised.by(
                SignIn.member(roles), new ModelTexts(Set.of("PERSON", "general", "The customer asked for a person")));
    }
}
