package org.tandem.quality.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.tandem.audit.SignIn;
import org.tandem.quality.QualityModuleTest;
import org.tandem.quality.numbers.GeneratedCases;
import org.tandem.staff.Role;

@QualityModuleTest
class HoldOutPageTest {

    private static final Pattern LINK = Pattern.compile("href=\"(/quality/cases\\?[^\"]+)\"[^>]*>([\\d,]+)</a>");

    @Autowired
    MockMvcTester web;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void casesOfTenDays(@Autowired DataSource source, @Autowired Clock clock) throws SQLException {
        GeneratedCases.fill(source, 400, 10, clock.instant());
    }

    @Test
    void bothSidesAndTheirDifferenceStandBesideEachOther() {
        assertThat(page("/quality/hold-out", Role.AUDITOR))
                .hasStatus(200)
                .bodyText()
                .contains(
                        "<a href=\"/quality/hold-out\" aria-current=\"page\">Hold-out</a>",
                        "chance sends <strong>0.0 %</strong> to people",
                        "Satisfied, whatever the silent think",
                        "Wrong, by audits",
                        "Came back",
                        "Cost of a resolution")
                .containsPattern(
                        "[+-]\\d+\\.\\d <span class=\"quiet\">[+-]\\d+\\.\\d to [+-]\\d+\\.\\d; (chance may have|more than chance)");
    }

    @Test
    void aNumberLeadsToAsManyCasesAlsoOfThoseThatNobodyHasAnswered() {
        database.sql("""
                        update case_day set answered_by = 'NOBODY' where held_out = true and received_on =
                            (select max(received_on) from case_day where held_out = true)
                        """).update();
        try {
            database.sql("""
                            update case_figures set answered_by = 'NOBODY' where held_out = true and received_on =
                                (select max(received_on) from case_day where held_out = true)
                            """).update();
            database.sql("""
                            update case_day_times set answered_by = 'NOBODY' where held_out = true and received_on =
                                (select max(received_on) from case_day where held_out = true)
                            """).update();

            var links =
                    LINK.matcher(body("/quality/hold-out?days=28")).results().toList();

            assertThat(links).anyMatch(link -> link.group(1).contains("side=held_out_open"));
            assertThat(links).hasSizeGreaterThan(4);
            for (var link : links) {
                var csv = body(link.group(1).replace("&amp;", "&").replace("/cases?", "/cases.csv?"));
                assertThat(csv.lines().count() - 1)
                        .as(link.group(1))
                        .isEqualTo(Long.parseLong(link.group(2).replace(",", "")));
            }
        } finally {
            for (var table : List.of("case_day", "case_figures", "case_day_times")) {
                database.sql("update %s set answered_by = 'PERSON' where held_out = true".formatted(table))
                        .update();
            }
        }
    }

    @Test
    void theFileHasBothSidesAndTheirDifference() {
        var lines = body("/quality/hold-out.csv?days=28").lines().toList();

        assertThat(lines).hasSize(7);
        assertThat(lines.getFirst()).startsWith("measure,ai,ai_low,");
        var wrong = lines.stream()
                .filter(line -> line.startsWith("wrong_by_audits,"))
                .flatMap(line -> Stream.of(line.split(",")).skip(1))
                .map(Double::parseDouble)
                .toList();
        assertThat(wrong).hasSize(11);
        assertThat(wrong.get(8)).isCloseTo(wrong.get(0) - wrong.get(4), within(1e-12));
        assertThat(wrong.get(8)).isBetween(wrong.get(9), wrong.get(10));
    }

    @Test
    void whereNothingWasHeldOutThereIsNothingToCompare() {
        assertThat(body("/quality/hold-out?from=2020-01-01&until=2020-01-31"))
                .contains("No inquiry of this period and topic was held out and has been answered");
        assertThat(body("/quality/hold-out.csv?from=2020-01-01&until=2020-01-31"))
                .contains("satisfied,,,,0,,,,0,,,\r\n");
    }

    @Test
    void whatCannotBeUnderstoodIsSaid() {
        assertThat(page("/quality/hold-out?days=5", Role.LEAD))
                .hasStatus(400)
                .bodyText()
                .contains("“5” is no period");
        assertThat(page("/quality/hold-out.csv?days=5", Role.LEAD))
                .hasStatus(400)
                .bodyText()
                .contains("“5” is no period");
    }

    @ParameterizedTest
    @EnumSource(names = {"AGENT", "OPERATOR"})
    void itIsNotForThem(Role role) {
        assertThat(page("/quality/hold-out", role)).hasStatus(403);
        assertThat(page("/quality/hold-out.csv", role)).hasStatus(403);
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
