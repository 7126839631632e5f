package org.tandem.desk.pay;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.tandem.staff.Role;
import org.tandem.staff.StaffMember;

/** What somebody earned themselves, today and in any month. */
@Controller
class EarningsPage {

    private final Statements statements;
    private final RatedAnswers rated;
    private final ObjectProvider<SecondOpinions> opinions;

    EarningsPage(Statements statements, RatedAnswers rated, ObjectProvider<SecondOpinions> opinions) {
        this.statements = statements;
        this.rated = rated;
        this.opinions = opinions;
    }

    @GetMapping("/desk/earnings")
    ModelAndView show(StaffMember me, @RequestParam(defaultValue = "") String month) {
        var asked = Asked.of(month, statements);
        var statement = statements.of(me.name(), asked.month());
        return page(statement, asked, "/desk/earnings", me)
                .addObject("today", statements.today(me.name()))
                .addObject("comments", rated.comments(statement))
                .addObject("summary", Feedback.summary(said(statement)))
                .addObject("opinions", opinions(me, asked.month()));
    }

    private static List<String> said(Statement statement) {
        return statement.lines().stream()
                .map(Line::feedback)
                .filter(said -> !said.isEmpty())
                .toList();
    }

    private List<SecondOpinions.Opinion> opinions(StaffMember me, Month month) {
        return opinions.stream()
                .flatMap(all -> all.on(me.name(), month.begin(), month.end()).stream())
                .toList();
    }

    @GetMapping("/desk/earnings/csv")
    void csv(StaffMember me, @RequestParam(defaultValue = "") String month, HttpServletResponse response)
            throws IOException {
        var asked = Asked.of(month, statements);
        if (!asked.isRefused(response)) {
            PayFiles.statement(statements.of(me.name(), asked.month()), response);
        }
    }

    static ModelAndView page(Statement statement, Asked asked, String here, StaffMember me) {
        return new ModelAndView("desk/earnings")
                .addObject("s", statement)
                .addObject("flaw", asked.flaw())
                .addObject("here", here)
                .addObject("lead", me.is(Role.LEAD))
                .addObject("card", asked.card())
                .addObject("flaws", List.of());
    }

    /** A month as it was asked for; the present one, if it was not or cannot be read. */
    record Asked(Month month, @Nullable String flaw, RateCard card) {

        static Asked of(String text, Statements statements) {
            var card = statements.card();
            var month = text.isBlank() ? statements.thisMonth() : Month.of(text.strip(), card.zone());
            return month == null
                    ? new Asked(
                            statements.thisMonth(),
                            "Month: \"%s\" is no month; write it such as %s.".formatted(text, statements.thisMonth()),
                            card)
                    : new Asked(month, null, card);
        }

        /** A file has no place for a flaw, so it is refused instead. */
        boolean isRefused(HttpServletResponse response) throws IOException {
            if (flaw == null) {
                return false;
            }
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter().write(flaw);
            return true;
        }
    }
}
