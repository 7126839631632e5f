package org.tandem.quality.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
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
        return ListPage.of(
                        "quality/answers",
                        listed.asked(),
                        listed.page(),
                        () -> answers.count(listed.wanted()),
                        () -> AuditsView.rows(answers.page(listed.wanted(), listed.first(), Listed.PAGE_SIZE)))
                .addObject("l", listed);
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
