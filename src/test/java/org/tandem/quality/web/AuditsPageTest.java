package org.tandem.quality.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.UnsupportedEncodingException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.tandem.audit.SignIn;
import org.tandem.quality.QualityModuleTest;
import org.tandem.quality.audits.AddedUp;
import org.tandem.staff.Role;

@QualityModuleTest
class AuditsPageTest {

    private static final Instant YESTERDAY = Instant.now().minus(Duration.ofDays(1));

    @Autowired
    MockMvcTester web;

    @Autowired
    JdbcClient database;

    private int cases;

    @AfterEach
    void nothingIsAudited() {
        database.sql("delete from audit_review").update();
        database.sql("delete from audit").update();
        database.sql("delete from audit_day").update();
        cases = 0;
    }

    @Test
    void withoutAuditsItSaysSo() {
        assertThat(page("/quality/audits"))
                .hasStatus(200)
                .bodyText()
                .contains(
                        "The AI has not answered anything",
                        "Still to be reviewed: 0",
                        "aria-current=\"page\">Audits</a>");
    }

    @Test
    void itTellsTheShareThatIsWrongWithItsIntervalByTopicAndWeek() {
        for (int i = 0; i < 95; i++) {
            answer("refund-status", false);
        }
        for (int i = 0; i < 5; i++) {
            review(answer("refund-status", true), 1, i < 4, null);
        }
        answer("card-limits", true);

        assertThat(page("/quality/audits"))
                .bodyText()
                .contains("refund-status", "card-limits", "Still to be reviewed: 1")
                .containsPattern(
                        "All topics</th>\\s*<td[^>]*><a[^>]*>101</a></td>\\s*<td[^>]*><a[^>]*>5 \\(5.0 %\\)</a></td>"
                                + "\\s*<td[^>]*><a[^>]*>1</a></td>\\s*<td[^>]*><a[^>]*>20.0 %</a></td>"
                                + "\\s*<td class=\"figure\">0.5 to 71.6 %</td>");
    }

    @Test
    void reviewsAreListedWithTheirVerdictAndNothingInThemIsMarkup() {
        review(answer("refund-status", true), 1, false, "<b>14</b> days");

        assertThat(page("/quality/audits"))
                .bodyText()
                .contains("Wrong", "reviewer 1", "&lt;b&gt;14&lt;/b&gt; days", "href=\"/case/TA-1\"");
    }

    @Test
    void peoplesErrorStandsBesideThatOfTheAiAndWhatWasWrittenOfThemIsNotShown() {
        review(answer("refund-status", true), 1, true, null);
        for (int i = 0; i < 2; i++) {
            var key = answer("card-limits", true);
            database.sql("update audit set answered_by = ?, chance = ? where conversation_key = ?")
                    .params(i == 0 ? "HELD_OUT" : "PERSON", i == 0 ? 1 : 0.02, key)
                    .update();
            review(key, 1, i > 0, "It was you, Anna.");
        }
        AddedUp.anew(database);

        var page = page("/quality/audits");

        assertThat(page).bodyText().doesNotContain("It was you").contains("a person, held out</td>");
        assertThat(page)
                .bodyText()
                .containsPattern(row("AI", "1", "1 (100.0 %)", "0.0 %"))
                .containsPattern(row("People", "2", "2 (100.0 %)", "2.0 %"))
                .containsPattern(row("People, held out", "1", "1 (100.0 %)", "100.0 %"));
        assertThat(page("/quality/audits.csv?days=28"))
                .bodyText()
                .contains(",PERSON,", ",HELD_OUT,", ",AI,")
                .doesNotContain("It was you");
    }

    private static String text(MvcTestResult page) {
        try {
            return page.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String row(String who, String answers, String audited, String wrong) {
        var cell = "</a></td>\\s*<td class=\"figure\"><a[^>]*>";
        return ">%s</th>\\s*<td class=\"figure\"><a[^>]*>%s%s\\Q%s\\E%s0%s%s"
                .formatted(who, answers, cell, audited, cell, cell, wrong);
    }

    @Test
    void aReviewStaysWhenItIsNoLongerKeptWhoseItWas() {
        review(answer("refund-status", true), 1, false, null);
        database.sql("update audit_review set reviewer = null").update();

        assertThat(page("/quality/audits")).bodyText().contains("<td>Wrong</td>", "<td>no longer kept</td>");
        assertThat(page("/quality/audits.csv?days=28"))
                .bodyText()
                .contains("TA-1,")
                .doesNotContain("no longer kept");
    }

    @Test
    void everyNumberLeadsToAsManyAnswers() {
        review(answer("refund-status", true), 1, false, null);
        review(answer("refund-status", true), 1, true, null);
        answer("card-limits", true);
        answer("card-limits", false);
        answer("", false);
        var person = answer("card-limits", true);
        database.sql("update audit set answered_by = 'HELD_OUT', chance = 1 where conversation_key = ?")
                .param(person)
                .update();
        review(person, 1, false, "It was you, Anna.");
        AddedUp.anew(database);

        var links = Pattern.compile("href=\"(/quality/audits/answers[^\"]+what=(?!wrong)[^\"]+)\">(\\d+)")
                .matcher(text(page("/quality/audits")))
                .results()
                .toList();

        assertThat(links).hasSize((3 + 4 + 1) * 3);
        for (var link : links) {
            assertCount(link.group(1).replace("&amp;", "&"), Integer.parseInt(link.group(2)));
        }
        assertCount("/quality/audits/answers?by=ai&what=wrong", 1);
        assertCount("/quality/audits/answers?by=people&what=wrong", 1);
        assertThat(page("/quality/audits/answers?by=held_out&what=wrong"))
                .bodyText()
                .contains(
                        "href=\"/case/TA-6\"",
                        "Answers of people to inquiries that were held out that were drawn and found wrong")
                .doesNotContain("It was you");
        assertThat(page("/quality/audits/answers?by=you&what=this"))
                .hasStatus(400)
                .bodyText()
                .contains("“you” gives no answers", "“this” is nothing that is counted of answers");
        assertThat(web.perform(get("/quality/audits/answers.csv").with(authentication(SignIn.as(Role.AGENT)))))
                .hasStatus(403);
    }

    private void assertCount(String address, int count) {
        assertThat(page(address)).hasStatus(200).bodyText().contains(": %d.</p>".formatted(count));
        assertThat(text(page(address.replace("/answers?", "/answers.csv?")))
                                .lines()
                                .count()
                        - 1)
                .as(address)
                .isEqualTo(count);
    }

    @Test
    void howFarReviewersAgreeIsTold() {
        for (int i = 0; i < 10; i++) {
            var key = answer("refund-status", true);
            review(key, 1, i < 6, null);
            review(key, 2, i < 5, null);
        }

        assertThat(page("/quality/audits"))
                .bodyText()
                .contains("Reviewed by two people: 10 answers", "kappa is 0.80 (0.44 to 1.00)");
    }

    @Test
    void theFileHasAReviewALineAndNoFormula() {
        review(answer("refund-status", true), 1, false, "=1+1");

        var file = page("/quality/audits.csv?days=28");
        assertThat(file).hasStatus(200).hasContentType("text/csv;charset=UTF-8");
        assertThat(file)
                .bodyText()
                .startsWith("case,topic,")
                .contains("TA-1,refund-status,routine,", ",reviewer 1,", "'=1+1");
    }

    @Test
    void aPeriodThatIsNoneIsRefusedByName() {
        assertThat(page("/quality/audits?days=ever"))
                .hasStatus(400)
                .bodyText()
                .contains("“ever” is no period: it is 28, 90 or 365 days.", "How many answers of the AI are wrong");
        assertThat(page("/quality/audits.csv?days=-1"))
                .hasStatus(400)
                .bodyText()
                .contains("“-1” is no period");
    }

    @Test
    void thePageAndItsFileAreAboutTheSameDaysAndSayThatTheyAreOfUtc() {
        var today = LocalDate.now(ZoneOffset.UTC);
        var tooOld = answer("refund-status", true);
        review(tooOld, 1, true, null);
        database.sql("update audit set answered_at = ? where conversation_key = ?")
                .params(
                        Timestamp.from(today.minusDays(27)
                                .atStartOfDay(ZoneOffset.UTC)
                                .minusSeconds(1)
                                .toInstant()),
                        tooOld)
                .update();
        review(answer("card-limits", true), 1, true, null);

        assertThat(page("/quality/audits?days=28"))
                .bodyText()
                .contains(">Answered (UTC)</th>")
                .containsSubsequence("(UTC).</p>", "The AI and people side by side");
        assertThat(page("/quality/audits.csv?days=28"))
                .bodyText()
                .contains("card-limits")
                .doesNotContain("refund-status");
    }

    @ParameterizedTest
    @EnumSource(names = {"AGENT", "OPERATOR"})
    void itIsNotForThem(Role role) {
        assertThat(web.perform(get("/quality/audits").with(authentication(SignIn.as(role)))))
                .hasStatus(403);
        assertThat(web.perform(get("/quality/audits.csv").with(authentication(SignIn.as(role)))))
                .hasStatus(403);
    }

    private MvcTestResult page(String address) {
        return web.perform(get(address).with(authentication(SignIn.as(Role.LEAD))));
    }

    private String answer(String topic, boolean drawn) {
        var id = UUID.randomUUID();
        database.sql("""
                        insert into audit (conversation_key, inquiry_id, topic, topic_class, risk, model_version, decided_at,
                            answered_at, chance, drawn, equal_chance, requested_at, is_open, number)
                        values (?, ?, ?, 'routine', 0.01, 'test-model', ?, ?, 0.05, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id + ":1",
                        id,
                        topic,
                        Timestamp.from(YESTERDAY),
                        Timestamp.from(YESTERDAY),
                        drawn,
                        drawn,
                        drawn ? Timestamp.from(YESTERDAY) : null,
                        drawn,
                        "TA-" + ++cases)
                .update();
        AddedUp.anew(database);
        return id + ":1";
    }

    private void review(String key, int round, boolean right, @Nullable String note) {
        database.sql("""
                        insert into audit_review (conversation_key, round, reviewer, reviewed_at, is_right, note,
                            polite, complete, person_needed, corrected)
                        values (?, ?, ?, ?, ?, ?, true, true, false, false)
                        """)
                .params(key, round, "reviewer " + round, Timestamp.from(Instant.now()), right, note)
                .update();
        database.sql("update audit set is_open = false, %s = ? where conversation_key = ?"
                        .formatted(round == 1 ? "is_right" : "second_is_right"))
                .params(right, key)
                .update();
        AddedUp.anew(database);
    }
}
