package org.tandem.quality.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.tandem.audit.SignIn;
import org.tandem.quality.QualityModuleTest;
import org.tandem.staff.Role;

@QualityModuleTest
class AutomationPageTest {

    @Autowired
    MockMvcTester web;

    @Autowired
    Switchboard switchboard;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void topicsThatWereMet() {
        List.of("page-refund", "page-credit", "page-fees", "page-limits")
                .forEach(topic -> switchboard.met(topic, "page-model"));
    }

    @ParameterizedTest
    @CsvSource({
        "TOPIC, nosuch<b>x</b>, There is no topic &quot;nosuch&lt;b&gt;x&lt;/b&gt;&quot;",
        "TOPIC, '', There is no topic &quot;&quot;",
        "MODEL, nomodel, There is no model &quot;nomodel&quot;",
        "ALL, more, Everything has no part that is called &quot;more&quot;"
    })
    void whatNeitherIsKnownNorWasEverMetIsRefusedAndNotKept(String kind, String subject, String said) {
        assertThat(change(Role.LEAD, kind, subject, "SHUT", "", "It is wrong"))
                .hasStatus(400)
                .bodyText()
                .contains("Nothing was changed", said);

        assertThat(database.sql("select count(*) from automation_state where kind = ? and subject = ?")
                        .params(kind, subject)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(page(Role.LEAD)).bodyText().doesNotContain("nosuch", "nomodel", "It is wrong");
    }

    @Test
    void aModelThatWasMetIsShut() {
        assertThat(change(Role.LEAD, "MODEL", "page-model", "SHUT", "", "It is worse"))
                .hasStatus(302);

        assertThat(switchboard.standing(Subject.model("page-model")).mode()).isEqualTo(Mode.SHUT);
    }

    @Test
    void aLeadReleasesATopicToAShareAndItIsInTheHistory() {
        assertThat(change(Role.LEAD, "TOPIC", "page-refund", "RELEASED", " 20 %", "It was <b>right</b> 300 times"))
                .hasStatus(302);

        assertThat(switchboard.standing(Subject.topic("page-refund"))).satisfies(standing -> {
            assertThat(standing.mode()).isEqualTo(Mode.RELEASED);
            assertThat(standing.share()).isEqualTo(0.2);
            assertThat(standing.by()).isEqualTo("sam");
        });
        assertThat(page(Role.AUDITOR))
                .hasStatus(200)
                .bodyText()
                .contains("released to 20 %", "It was &lt;b&gt;right&lt;/b&gt; 300 times", "the topic page-refund");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            TOPIC, RELEASED, 20,  '',        Say why
            TOPIC, RELEASED, 0,   because,   more than 0 %
            TOPIC, RELEASED, 100, because,   less than 100 %
            TOPIC, RELEASED, all, because,   a number of percent
            TOPIC, GONE,     20,  because,   has to be one of
            THING, OPEN,     20,  because,   has to be one of
            """)
    void whatIsWrongIsSaidAndNothingTypedIsLost(String kind, String mode, String percent, String reason, String why) {
        var refused = change(Role.LEAD, kind, "page-credit", mode, percent, reason);

        assertThat(refused).hasStatus(400).bodyText().contains("Nothing was changed", why);
        assertThat(switchboard.standing(Subject.topic("page-credit")).mode()).isEqualTo(Mode.OPEN);
    }

    @Test
    void whatWasTypedIsStillThere() {
        change(Role.LEAD, "TOPIC", "page-fees", "SHUT", "", "The answer is out of date");

        assertThat(change(Role.LEAD, "TOPIC", "page-fees", "RELEASED", "a lot", "The answer was corrected"))
                .hasStatus(400)
                .bodyText()
                .contains("The answer was corrected", "value=\"a lot\"");
    }

    @ParameterizedTest
    @CsvSource({"ANALYST", "AUDITOR", "AGENT", "OPERATOR"})
    void nobodyButALeadChangesAnything(Role role) {
        assertThat(change(role, "TOPIC", "page-limits", "SHUT", "", "I want to"))
                .hasStatus(403);

        assertThat(switchboard.standing(Subject.topic("page-limits")).mode()).isEqualTo(Mode.OPEN);
    }

    @Test
    void aFormOfAnotherPageIsRefused() {
        assertThat(web.perform(post("/quality/automation")
                        .with(authentication(SignIn.as(Role.LEAD)))
                        .param("kind", "ALL")
                        .param("mode", "SHUT")
                        .param("reason", "x")))
                .hasStatus(403);
        assertThat(switchboard.standing(Subject.EVERYTHING).mode()).isEqualTo(Mode.OPEN);
    }

    @Test
    void aCalibrationThatIsNotProposedIsNotPutInUse() {
        assertThat(web.perform(post("/quality/automation/calibrations/1")
                        .with(authentication(SignIn.as(Role.LEAD)))
                        .with(csrf())))
                .hasStatus(400);
    }

    private MvcTestResult page(Role role) {
        return web.perform(get("/quality/automation").with(authentication(SignIn.as(role))));
    }

    private MvcTestResult change(Role role, String kind, String subject, String mode, String percent, String reason) {
        return web.perform(post("/quality/automation")
                .with(authentication(SignIn.as(role)))
                .with(csrf())
                .param("kind", kind)
                .param("subject", subject)
                .param("mode", mode)
                .param("percent", percent)
                .param("reason", reason));
    }
}
