package org.tandem.desk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.tandem.desk.ReviewedAnswers;
import org.tandem.desk.Spreadsheet;
import org.tandem.staff.Role;
import org.tandem.staff.StaffMember;

/** What reviewers said of somebody's answers, for that person and for leads. */
@Controller
class ReviewsPage {

    private static final int MOST = 500;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private final ObjectProvider<ReviewedAnswers> answers;

    ReviewsPage(ObjectProvider<ReviewedAnswers> answers) {
        this.answers = answers;
    }

    @GetMapping("/desk/reviews")
    ModelAndView show(StaffMember me) {
        var people = me.is(Role.LEAD)
                ? answers.stream().flatMap(all -> all.people().stream()).toList()
                : List.<String>of();
        return page(me.name(), "/desk/reviews").addObject("people", people);
    }

    @GetMapping("/desk/reviews/csv")
    void csv(StaffMember me, HttpServletResponse response) throws IOException {
        write(me.name(), response);
    }

    @GetMapping("/desk/reviews/of/{agent}")
    ModelAndView of(@PathVariable String agent) {
        return page(agent, "").addObject("people", List.of());
    }

    @GetMapping("/desk/reviews/of/{agent}/csv")
    void csvOf(@PathVariable String agent, HttpServletResponse response) throws IOException {
        write(agent, response);
    }

    /** @param here empty for what somebody else reads */
    private ModelAndView page(String agent, String here) {
        return new ModelAndView("desk/reviews")
                .addObject("agent", agent)
                .addObject("here", here)
                .addObject("most", MOST)
                .addObject("rows", said(agent).stream().map(Row::of).toList());
    }

    private void write(String agent, HttpServletResponse response) throws IOException {
        try (var file =
                Spreadsheet.begin("reviews", response, "agent", "case", "answered", "reviewed", "verdict", "note")) {
            for (var one : said(agent)) {
                file.line(agent, one.number(), one.answeredAt(), one.reviewedAt(), one.verdict(), one.note());
            }
        }
    }

    private List<ReviewedAnswers.Said> said(String agent) {
        return answers.stream().flatMap(all -> all.of(agent, MOST).stream()).toList();
    }

    /** Days are those of UTC. */
    record Row(
            String number,
            String answered,
            String reviewed,
            String verdict,
            @Nullable String note) {

        static Row of(ReviewedAnswers.Said said) {
            return new Row(said.number(), day(said.answeredAt()), day(said.reviewedAt()), said.verdict(), said.note());
        }

        private static String day(Instant at) {
            return DAY.format(LocalDate.ofInstant(at, ZoneOffset.UTC));
        }
    }
}
