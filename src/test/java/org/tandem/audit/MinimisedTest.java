package org.tandem.audit;

import static org.assertj.core.api.Assertions.assertThat;

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
        var seen = Minimised.by(SignIn.member(role));

        assertThat(seen.value("reply", "\"My card is " + CARD + "\"", false)).doesNotContain(CARD, "1111 1111");
        assertThat(seen.value("card", "4111111111111111", false)).doesNotContain("4111111111111111");
        assertThat(seen.value("brief", "{\"draft\":[\"" + CARD + "\"],\"" + CARD + "\":1}", false))
                .doesNotContain(CARD);
        assertThat(seen.value("reply", "\"I pay with " + CARD, true)).doesNotContain(CARD);
        assertThat(Minimised.message("Cannot read '" + CARD + "'")).doesNotContain(CARD);
    }

    @ParameterizedTest
    @EnumSource(names = {"LEAD", "AUDITOR"})
    void whoJudgesAnswersReadsWhatPeopleWrote(Role role) {
        var seen = Minimised.by(SignIn.member(role));

        assertThat(seen.value("reply", "\"I have paused your payments.\"", false))
                .isEqualTo("I have paused your payments.");
        assertThat(seen.value("reply", "\"My card is " + CARD + "\"", false)).contains("card ending 1111");
        assertThat(seen.leavesOut()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"ANALYST", "OPERATOR"})
    void whoMendsProcessesSeesWhatTheyDecideByAndNotWhatPeopleWrote(Role role) {
        var seen = Minimised.by(SignIn.member(role));

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
        assertThat(Minimised.by(SignIn.member(Role.ANALYST, Role.AUDITOR)).leavesOut())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8f14e45f-ceea-467f-a1cd-000000000123",
                "8f14e45f-ceea-467f-a1cd-000000000123:2",
                "TA-1234-5678",
                "2026-11-26T02:00:51.123Z",
                "PT30S",
                "general"
            })
    void idsCodesAndTimesAreSeenByEverybodyAsTheyAre(String code) {
        assertThat(Minimised.by(SignIn.member(Role.OPERATOR)).value("x", "\"" + code + "\"", false))
                .isEqualTo(code);
        assertThat(Minimised.by(SignIn.member(Role.AUDITOR)).value("x", "\"" + code + "\"", false))
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"0.4111111111111111", "true", "null", "17"})
    void numbersAndTruthValuesAreSeenByEverybody(String json) {
        assertThat(Minimised.by(SignIn.member(Role.OPERATOR)).value("risk", json, false))
                .isEqualTo(json);
    }

    @Test
    void aHugeValueIsCutAfterItIsMasked() {
        var huge = "\"" + "word ".repeat(10_000) + "\"";

        assertThat(Minimised.by(SignIn.member(Role.AUDITOR)).value("x", huge, false))
                .hasSizeLessThan(21_000)
                .endsWith("(cut: 50,000 characters)");
    }
}
