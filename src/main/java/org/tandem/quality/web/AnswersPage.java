package org.tandem.quality.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.tandem.quality.audits.AnswerList;

/** The answers behind a number of the audits, each with the way to its case. */
@Controller
@RequestMapping("/quality/audits")
class AnswersPage {

    private final AnswerList answers;
    private final Overview overview;

    AnswersPage(AnswerList answers, Overview overview) {
        this.answers = answers;
        this.overview = overview;
    }

    @GetMapping("/answers")
    ModelAndView list(@RequestParam Map<String, String> parameters) {
        var listed = ListedAnswers.of(parameters, overview.today());
        boolean isFlawed = !listed.asked().flaws().isEmpty();
        long total = isFlawed ? 0 : answers.count(listed.wanted());
        var page = new ModelAndView("quality/answers");
        page.setStatus(isFlawed ? HttpStatus.BAD_REQUEST : HttpStatus.OK);
        page.addObject("l", listed);
        page.addObject("total", InFigures.number(total));
        page.addObject("hasMore", total > (long) listed.page() * Listed.PAGE_SIZE && listed.page() < Listed.LAST_PAGE);
        page.addObject(
                "rows",
                isFlawed
                        ? List.of()
                        : AuditsView.rows(answers.page(listed.wanted(), listed.first(), Listed.PAGE_SIZE)));
        return page;
    }

    @GetMapping("/answers.csv")
    void csv(@RequestParam Map<String, String> parameters, HttpServletResponse response) throws IOException {
        var listed = ListedAnswers.of(parameters, overview.today());
        if (CsvPage.isRefused(listed.asked(), response)) {
            return;
        }
        try (var csv = CsvPage.begin("answers", response)) {
            csv.printRecord(AuditLine.HEADER);
            answers.each(listed.wanted(), item -> CsvPage.print(csv, AuditLine.of(item)));
        }
    }
}
