package org.tandem.quality.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.tandem.audit.SignIn;
import org.tandem.quality.QualityModuleTest;
import org.tandem.staff.Role;

@QualityModuleTest
class OverviewPageTest {

    @Autowired
    MockMvcTester web;

    @ParameterizedTest
    @EnumSource(names = {"LEAD", "ANALYST", "AUDITOR"})
    void theseRolesSeeTheNumbers(Role role) {
        assertThat(web.perform(get("/quality").with(authentication(SignIn.as(role)))))
                .hasStatus(200)
                .bodyText()
                .contains("<a href=\"/quality\" aria-current=\"page\">Overview</a>");
    }

    @ParameterizedTest
    @EnumSource(names = {"AGENT", "OPERATOR"})
    void theseDoNot(Role role) {
        assertThat(web.perform(get("/quality").with(authentication(SignIn.as(role)))))
                .hasStatus(403);
    }
}
