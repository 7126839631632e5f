package org.tandem.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.tandem.staff.Role;

/** The pages as each role gets them, without an engine. */
@ApplicationModuleTest(
        module = "audit",
        extraIncludes = {"staff", "disk", "limits"})
@AutoConfigureMockMvc
@Import(HistoryPagesTest.Engine.class)
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:audit;DB_CLOSE_DELAY=-1",
            "spring.jpa.hibernate.ddl-auto=validate",
            "tandem.access-key=dGhpcyBpcyBhIHNlY3JldCBmb3IgdGhlIHRlc3RzISE=",
            "camunda.client.enabled=false"
        })
class HistoryPagesTest {

    private static final String PAGE = "/history/" + FakeHistory.RUN;
    private static final Pattern SEEN = Pattern.compile("/live\\?seen=([0-9a-f]+)");

    @Autowired
    MockMvcTester web;

    @Autowired
    FakeHistory history;

    @BeforeEach
    void nothingHappenedYet() {
        history.reset();
    }

    @ParameterizedTest
    @EnumSource(names = {"LEAD", "ANALYST", "AUDITOR", "OPERATOR"})
    void theseRolesSeeTheHistory(Role role) {
        assertThat(page("/history", role)).hasStatus(200);
        assertThat(page(PAGE, role)).hasStatus(200);
        assertThat(page("/history/models/processes/7", role)).hasStatus(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/history", PAGE_EXAMPLE, PAGE_EXAMPLE + "/live?seen=1", "/history/models/processes/7"})
    void agentsAndStrangersDoNot(String address) {
        assertThat(page(address, Role.AGENT)).hasStatus(403);
        assertThat(web.perform(get(address)).getResponse().getStatus()).isIn(302, 401, 403);
    }

    private static final String PAGE_EXAMPLE = "/history/2251799813685251";

    @Test
    void aSearchIsInItsAddress() {
        var page = body(
                "/history?case=ta%201234%205678&process=resolve-inquiry&version=3&state=active&from=2026-11-01&until=2026-11-02"
                        + "&incident=yes&sort=ended&order=asc&page=2",
                Role.AUDITOR);

        assertThat(history.searched)
                .containsExactly(new Wanted(
                        new Subject.Case("TA-1234-5678"),
                        RunState.ACTIVE,
                        Instant.parse("2026-11-01T00:00:00Z"),
                        Instant.parse("2026-11-03T00:00:00Z"),
                        "resolve-inquiry",
                        3,
                        true,
                        Wanted.Sorting.ENDED,
                        false,
                        2));
        assertThat(page)
                .contains("value=\"ta 1234 5678\"", "value=\"2026-11-01\"", "1 process instance.", PAGE)
                .contains("aria-sort=\"ascending\"");
    }

    @ParameterizedTest
    @CsvSource({
        "TA-1234-5678, Case[number=TA-1234-5678]",
        "1234-5678, Case[number=TA-1234-5678]",
        "TA12345678, Case[number=TA-1234-5678]",
        "8F14E45F-ceea-467f-a1cd-000000000123, Inquiry[id=8f14e45f-ceea-467f-a1cd-000000000123]",
        "2251799813685251, Key[key=2251799813685251]"
    })
    void oneBoxTakesCaseNumbersInquiriesAndKeys(String typed, String subject) {
        body("/history?case=" + typed, Role.LEAD);

        assertThat(history.searched)
                .singleElement()
                .satisfies(wanted -> assertThat(wanted.subject()).hasToString(subject));
    }

    @ParameterizedTest
    @CsvSource({
        "case=hello, This is neither a case number",
        "case=99999999999999999999, This has too many digits",
        "from=yesterday, “yesterday” is not a day",
        "from=2026-02-30, “2026-02-30” is not a day",
        "until=0001-01-01, is not a day of our time",
        "from=2026-11-02&until=2026-11-01, is before the first day",
        "version=x, This is the number of a version",
        "version=-1, This is the number of a version",
        "state=asleep, 'This is one of active, completed'",
        "page=0, The page is a number from 1 to 400",
        "page=401, please narrow the search",
        "sort=colour, The order is one of started"
    })
    void whatCannotBeUnderstoodIsSaidAtItsFieldAndNothingIsSearched(String parameters, String words) {
        var page = page("/history?" + parameters, Role.AUDITOR);

        assertThat(page).hasStatus(400).bodyText().contains(words).contains("Nothing was searched for");
        assertThat(history.searched).isEmpty();
    }

    @Test
    void whatWasTypedComesBackAsTextOnly() {
        assertThat(body("/history?case=<script>alert(1)</script>", Role.AUDITOR))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert");
    }

    @Test
    void nothingFoundSaysWhatWasLookedForAndWhatMayBeTheReason() {
        history.runs = java.util.List.of();
        history.total = 0;

        assertThat(body("/history?case=TA-1234-5678", Role.AUDITOR))
                .contains("There is no process instance of case TA-1234-5678.", "after a few seconds");
        assertThat(body("/history?case=TA-1234-5678&state=active", Role.AUDITOR))
                .contains("that fits the other fields");
        assertThat(body("/history?process=nonsense", Role.AUDITOR)).contains("Nothing fits all of this.");
        assertThat(body("/history", Role.AUDITOR)).contains("No process has run yet.");
    }

    @Test
    void manyAreOnPagesAndMoreThanCanBeReachedIsSaid() {
        history.total = 100_000;

        assertThat(body("/history?state=active&page=2", Role.AUDITOR))
                .contains("100,000 process instances.", "Only the first 10,000", "Page 2 of 400")
                .contains("/history?state=active&amp;page=1", "/history?state=active&amp;page=3");
        assertThat(body("/history?page=400", Role.AUDITOR)).doesNotContain("page=401");
    }

    @Test
    void aRunTellsEverythingInTables() {
        assertThat(body(PAGE, Role.AUDITOR))
                .contains("Resolve an inquiry", "It stands at “Apply the confidence gate” (stopped by an incident).")
                .contains("Inquiry received", "25 Nov 2026, 10:00:00.123")
                .contains("href=\"/history?case=TA-1234-5678\"", "href=\"/history/99\"", "Outer process 99")
                .contains("Confidence gate", "Row 1 matched", "anna", "payments", "1 min 1 s")
                .contains("The work failed as often as it may be tried")
                .contains("data-model=\"/history/models/processes/7\"")
                .contains("&quot;Flow_1&quot;");
    }

    @Test
    void whoWasShownThePhoneNumberStandsWithTheTask() {
        assertThat(body(PAGE, Role.AUDITOR))
                .containsSubsequence("The phone number was shown to", "berta", "25 Nov 2026, 10:00:30");
    }

    @Test
    void whoeverWorksAtTheDeskIsLedToTheTask() {
        assertThat(body(PAGE, Role.LEAD)).contains("href=\"/desk/tasks/6\"", "href=\"/case/TA-1234-5678\"");
        assertThat(body(PAGE, Role.AUDITOR)).doesNotContain("/desk/", "/case/");
    }

    @Test
    void theRowThatMatchedIsMarkedInTheTableAsText() throws IOException {
        history.dmn = Files.readString(Path.of("processes/confidence-gate.dmn"));

        assertThat(body(PAGE, Role.AUDITOR))
                .contains("The decision table as text", "Customer asked for a person")
                .containsPattern(
                        "(?s)<tr class=\"is-matched\">\\s*<th scope=\"row\"><span>1</span> <strong>matched</strong>");
    }

    @ParameterizedTest
    @EnumSource(names = {"LEAD", "AUDITOR"})
    void leadsAndAuditorsReadWhatPeopleWroteWithoutCardNumbers(Role role) {
        assertThat(body(PAGE, role))
                .contains("I pay with [card ending 1111], thank you &lt;b&gt;so&lt;/b&gt; much")
                .doesNotContain(FakeHistory.CARD);
    }

    @ParameterizedTest
    @EnumSource(names = {"ANALYST", "OPERATOR"})
    void analystsAndOperatorsDoNotReadWhatPeopleWrote(Role role) {
        assertThat(body(PAGE, role))
                .contains("[text of ", "Texts that people wrote are left out here", "0.25", "TA-1234-5678")
                .doesNotContain("I pay with", FakeHistory.CARD);
    }

    @ParameterizedTest
    @CsvSource({"LEAD, true", "AUDITOR, true", "OPERATOR, true", "ANALYST, false"})
    void whoNeedsItReadsWhyAStepFailed(Role role, boolean reads) {
        var page = body(PAGE, role);

        assertThat(page).contains("The work failed as often as it may be tried", "at <span>Apply the confidence gate");
        assertThat(page.contains("No answer for")).isEqualTo(reads);
    }

    @ParameterizedTest
    @EnumSource(names = {"LEAD", "ANALYST", "AUDITOR"})
    void onlyOperatorsLetAnIncidentTryAgain(Role role) {
        assertThat(body(PAGE, role)).doesNotContain("Try again</button>").contains("Operators can let it try again.");
        assertThat(web.perform(post(PAGE + "/incidents/" + FakeHistory.INCIDENT)
                        .with(authentication(SignIn.as(role)))
                        .with(csrf())))
                .hasStatus(403);
        assertThat(history.retried).isEmpty();
    }

    @Test
    void anOperatorLetsAnIncidentTryAgain() {
        assertThat(body(PAGE, Role.OPERATOR)).contains("Try again</button>", "name=\"_csrf\"");

        var done = retry();

        assertThat(done).hasStatus(302).hasRedirectedUrl(PAGE + "?retried=now#incidents");
        assertThat(history.retried).containsExactly(FakeHistory.INCIDENT);
        assertThat(body(PAGE + "?retried=now", Role.OPERATOR)).contains("The step tries again.");
    }

    @Test
    void aRetryThatChangesNothingSaysWhy() {
        history.answer = new Retry.NotNeeded();
        assertThat(retry()).hasRedirectedUrl(PAGE + "?retried=before#incidents");
        history.answer = new Retry.Unknown();
        assertThat(retry()).hasStatus(404).bodyText().contains("There is no such incident");
        history.answer = new Retry.Refused("The element is gone");
        assertThat(retry()).hasStatus(409).bodyText().contains("The element is gone");
    }

    @Test
    void withoutItsTokenNothingIsTriedAgain() {
        assertThat(web.perform(post(PAGE + "/incidents/" + FakeHistory.INCIDENT)
                        .with(authentication(SignIn.as(Role.OPERATOR)))))
                .hasStatus(403);
        assertThat(history.retried).isEmpty();
    }

    @Test
    void onlyWhatChangedIsFetchedAgainAndNothingOnceItIsOver() {
        var seen = SEEN.matcher(body(PAGE, Role.AUDITOR));
        assertThat(seen.find()).isTrue();

        assertThat(page(PAGE + "/live?seen=" + seen.group(1), Role.AUDITOR)).hasStatus(204);
        history.runs = java.util.List.of(FakeHistory.run(RunState.COMPLETED));
        assertThat(page(PAGE + "/live?seen=" + seen.group(1), Role.AUDITOR))
                .hasStatus(200)
                .bodyText()
                .contains("It has come to its end.", "hx-swap-oob=\"true\"", "1 d 1 h")
                .doesNotContain("<html", "hx-get=");
    }

    @ParameterizedTest
    @CsvSource({
        "/history/1, There is no process instance with the key 1.",
        "/history/99999999999999999999, is not a key that the engine gives",
        "/history/models/processes/8, The engine has no such model any more.",
        "/history/models/decisions/8, The engine has no such model any more."
    })
    void whatIsNotThereIsSaid(String address, String words) {
        assertThat(page(address, Role.AUDITOR)).hasStatus(404).bodyText().contains(words);
    }

    @Test
    void anEngineThatIsAwayIsSaidInPlainWords() {
        history.away = true;

        assertThat(page("/history", Role.AUDITOR))
                .hasStatus(503)
                .bodyText()
                .contains("The process engine does not answer")
                .doesNotContain("Connection refused");
        assertThat(page(PAGE + "/live?seen=1", Role.AUDITOR)).hasStatus(503);
    }

    @Test
    void pagesAreNotStoredAndModelsAre() {
        assertThat(page(PAGE, Role.AUDITOR)).hasHeader("Cache-Control", "no-store");
        assertThat(page("/history/models/processes/7", Role.AUDITOR))
                .hasHeader("Cache-Control", "max-age=86400, private")
                .hasHeader("Content-Type", "text/plain;charset=UTF-8");
    }

    private MvcTestResult page(String address, Role... roles) {
        return web.perform(get(java.net.URI.create(
                        address.replace("<", "%3C").replace(">", "%3E").replace(" ", "%20")))
                .with(authentication(SignIn.as(roles))));
    }

    private String body(String address, Role... roles) {
        try {
            return page(address, roles).getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private MvcTestResult retry() {
        return web.perform(post(PAGE + "/incidents/" + FakeHistory.INCIDENT)
                .with(authentication(SignIn.as(Role.OPERATOR)))
                .with(csrf()));
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Engine {

        @Bean
        FakeHistory history() {
            return new FakeHistory();
        }
    }
}
