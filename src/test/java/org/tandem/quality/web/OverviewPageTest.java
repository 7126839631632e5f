package org.tandem.quality.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.tandem.audit.SignIn;
import org.tandem.quality.QualityModuleTest;
import org.tandem.quality.numbers.GeneratedCases;
import org.tandem.staff.Role;

@QualityModuleTest
class OverviewPageTest {

    private static final int CASES = 400;
    private static final Pattern LINK = Pattern.compile("href=\"(/quality/cases\\?[^\"]+)\"[^>]*>([\\d,]+)</a>");
    private static final Pattern SEEN = Pattern.compile("seen=(\\d+)");

    @Autowired
    MockMvcTester web;

    @BeforeEach
    void casesOfTenDays(@Autowired DataSource database, @Autowired Clock clock) throws SQLException {
        GeneratedCases.fill(database, CASES, 10, clock.instant());
    }

    @ParameterizedTest
    @EnumSource(names = {"LEAD", "ANALYST", "AUDITOR"})
    void theseRolesSeeTheNumbers(Role role) {
        assertThat(page("/quality", role))
                .hasStatus(200)
                .bodyText()
                .contains("<a href=\"/quality\" aria-current=\"page\">Overview</a>");
    }

    @ParameterizedTest
    @EnumSource(names = {"AGENT", "OPERATOR"})
    void theseDoNot(Role role) {
        assertThat(page("/quality", role)).hasStatus(403);
        assertThat(page("/quality/cases", role)).hasStatus(403);
        assertThat(page("/quality/cases.csv", role)).hasStatus(403);
    }

    @Test
    void costStandsNextToQuality() {
        var page = body("/quality");

        assertThat(page.indexOf("Cost of a resolution"))
                .isGreaterThan(page.indexOf("Wrong, by audits"))
                .isLessThan(page.indexOf("Why cases went to people"));
        assertThat(page).contains("Satisfied (CSAT)", "Came back", "Reference: <strong>two thirds</strong>");
    }

    @Test
    void theErrorOfPeopleStandsNextToThatOfTheAi() {
        var page = body("/quality?days=28");
        var line = page.substring(page.indexOf("Wrong, by audits"), page.indexOf("Cost of a resolution"));

        assertThat(line).containsPattern("(?s)\\d+ audits; .*\\d+ audits; ");
        assertThat(line).containsPattern("count=audited&amp;[^\"]*side=people|side=people&amp;[^\"]*count=audited");
    }

    @Test
    void aNumberLeadsToAsManyCases() {
        var links = LINK.matcher(body("/quality?days=28")).results().toList();

        assertThat(links).hasSizeGreaterThan(5);
        for (var link : links) {
            var csv = body(link.group(1).replace("&amp;", "&").replace("/cases?", "/cases.csv?"));
            assertThat(csv.lines().count() - 1)
                    .as(link.group(1))
                    .isEqualTo(Long.parseLong(link.group(2).replace(",", "")));
        }
    }

    @Test
    void theListHasPages() {
        var first = body("/quality/cases?days=28");
        var second = body("/quality/cases?days=28&page=2");

        assertThat(first).contains("/case/TA-", "Earlier ones").doesNotContain("Later ones");
        assertThat(cases(first)).isNotEmpty().doesNotContain(cases(second));
        assertThat(body("/quality/cases?days=28&page=8")).doesNotContain("Earlier ones");
    }

    @Test
    void anEmptyPeriodSaysSo() {
        assertThat(body("/quality?from=2020-01-01&until=2020-01-31"))
                .contains("No inquiry of this period and topic has been counted");
        assertThat(body("/quality?topic=nothing-like-that")).contains("No inquiry of this period and topic");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            days=5                            | “5” is no period: it is 7, 28 or 90 days
            from=yesterday                    | The first day, “yesterday”, is not a day
            from=2026-11-02&until=2026-11-01  | The last day, 2026-11-01, is before the first one, 2026-11-02
            """)
    void whatCannotBeUnderstoodIsSaid(String address, String words) {
        assertThat(page("/quality?" + address, Role.LEAD))
                .hasStatus(400)
                .bodyText()
                .contains(words);
        assertThat(page("/quality/days.csv?" + address, Role.LEAD))
                .hasStatus(400)
                .bodyText()
                .contains(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            count=everything | “everything” is nothing that is counted
            side=dark        | “dark” is no side
            page=0           | “0” is no page
            page=201         | “201” is no page
            """)
    void aListThatThereIsNotIsSaid(String address, String words) {
        assertThat(page("/quality/cases?" + address, Role.LEAD))
                .hasStatus(400)
                .bodyText()
                .contains(words);
    }

    @Test
    void whatIsAskedForIsShownAsText() {
        assertThat(page("/quality?topic=%3Cscript%3E&from=%3Cb%3E", Role.LEAD))
                .bodyText()
                .doesNotContain("<script>", "<b>");
    }

    @Test
    void onlyWhatChangedIsFetchedAgain() {
        var seen = SEEN.matcher(body("/quality"));
        assertThat(seen.find()).isTrue();

        assertThat(page("/quality/live?seen=" + seen.group(1), Role.LEAD)).hasStatus(204);
        assertThat(page("/quality/live?seen=-1", Role.LEAD))
                .hasStatus(200)
                .bodyText()
                .contains("id=\"live\"")
                .doesNotContain("<html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+49", "-2", "@SUM(A)", "\t=1"})
    void noTextBeginsLikeAFormula(String text) {
        assertThat(CsvLines.text(text)).isEqualTo("'" + text);
        assertThat(CsvLines.text("refund")).isEqualTo("refund");
    }

    private static String cases(String page) {
        return Pattern.compile("/case/TA-[-\\d]+")
                .matcher(page)
                .results()
                .map(found -> found.group())
                .collect(Collectors.joining());
    }

    private MvcTestResult page(String address, Role role) {
        return web.perform(get(URI.create(address)).with(authentication(SignIn.as(role))));
    }

    private String body(String address) {
        try {
            return page(address, Role.LEAD).getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
