package org.tandem.quality.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.tandem.audit.SignIn;
import org.tandem.quality.QualityModuleTest;
import org.tandem.staff.Role;

@QualityModuleTest
class WhatIfPageTest {

    @Autowired
    MockMvcTester web;

    @ParameterizedTest
    @EnumSource(names = {"LEAD", "ANALYST"})
    void thePageShowsTheTolerancesInUse(Role role) {
        assertThat(web.perform(get("/quality/what-if").with(authentication(SignIn.as(role)))))
                .hasStatus(200)
                .bodyText()
                .contains("routine topics", "(in use: 0.15)", "account topics", "Nothing is changed")
                .containsPattern("From <span[^>]*>\\(UTC\\)</span>")
                .containsPattern("To <span[^>]*>\\(UTC\\)</span>");
    }

    @ParameterizedTest
    @EnumSource(names = {"AGENT", "OPERATOR", "AUDITOR"})
    void othersAreRefused(Role role) {
        assertThat(web.perform(get("/quality/what-if").with(authentication(SignIn.as(role)))))
                .hasStatus(403);
    }

    @Test
    void anotherToleranceIsCompared() {
        assertThat(send(multipart("/quality/what-if").param("tolerance[routine]", "0.25")))
                .hasStatus(200)
                .bodyText()
                .contains("As decided", "What would move", "value=\"0.25\"");
    }

    @Test
    void aGateWithAMistakeIsRefusedInTheSentencesOfThePolicy() throws IOException {
        var gate = Files.readString(Path.of("processes/confidence-gate.dmn"))
                .replace("<text>&gt;= 0.5</text>", "<text>&gt;= 0.5 or</text>");

        assertThat(send(multipart("/quality/what-if")
                        .file(new MockMultipartFile("gate", "looser.dmn", "text/xml", gate.getBytes(UTF_8)))))
                .hasStatus(400)
                .bodyText()
                .contains("looser.dmn", "is not FEEL")
                .doesNotContain("As decided");
    }

    @Test
    void whatIsNoToleranceIsRefusedWithWhatWouldBeRight() {
        assertThat(send(multipart("/quality/what-if").param("tolerance[routine]", "much")))
                .hasStatus(400)
                .bodyText()
                .contains("has to be a number between 0 and 1, such as 0.1, but it is &quot;much&quot;");
    }

    @ParameterizedTest
    @CsvSource({"from, 2026-11-31", "to, 31.10.2026", "to, +999999999-12-31"})
    void whatIsNoDayIsRefusedAtItsFieldAndNothingFilledInIsLost(String field, String typed) {
        assertThat(send(multipart("/quality/what-if")
                        .param(field, typed)
                        .param("tolerance[routine]", "0.25")
                        .param("asIfOpen", "true")))
                .hasStatus(400)
                .bodyText()
                .contains("is not a day; one looks like 2026-11-26")
                .containsPattern(
                        "id=\"%s\"[^>]*value=\"%s\"[^>]*aria-invalid=\"true\"".formatted(field, Pattern.quote(typed)))
                .contains("value=\"0.25\"", "checked=\"checked\"")
                .doesNotContain("As decided");
    }

    @Test
    void aTableThatCannotBeHandedOverLosesNothingThatWasFilledIn() {
        assertThat(send(multipart("/quality/what-if/confidence-gate.dmn")
                        .param("tolerance[routine]", "much")
                        .param("from", "2026-10-01")))
                .hasStatus(400)
                .bodyText()
                .contains("has to be a number between 0 and 1", "value=\"much\"", "value=\"2026-10-01\"");
    }

    @Test
    void theChangedTableIsHandedOverAsAFile() {
        assertThat(send(multipart("/quality/what-if/confidence-gate.dmn").param("tolerance[routine]", "0.25")))
                .hasStatus(200)
                .hasHeader("Content-Disposition", "attachment; filename=\"confidence-gate.dmn\"")
                .bodyText()
                .contains("<text>0.25</text>")
                .doesNotContain("<text>0.15</text>");
    }

    @Test
    void aFormFromElsewhereIsRefused() {
        assertThat(web.perform(multipart("/quality/what-if").with(authentication(SignIn.as(Role.LEAD)))))
                .hasStatus(403);
    }

    private MvcTestResult send(AbstractMockHttpServletRequestBuilder<?> request) {
        return web.perform(request.with(csrf()).with(authentication(SignIn.as(Role.LEAD))));
    }
}
