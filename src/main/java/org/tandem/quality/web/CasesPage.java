package org.tandem.quality.web;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.tandem.quality.numbers.CaseList;
import org.tandem.quality.numbers.CaseNumbers;

/** The cases behind a number, each with the way to it. */
@Controller
class CasesPage {

    private final CaseList cases;
    private final CaseNumbers numbers;
    private final Overview overview;

    CasesPage(CaseList cases, CaseNumbers numbers, Overview overview) {
        this.cases = cases;
        this.numbers = numbers;
        this.overview = overview;
    }

    @GetMapping("/quality/cases")
    ModelAndView list(@RequestParam Map<String, String> parameters) {
        var listed = Listed.of(parameters, overview.today());
        return ListPage.of(
                        "quality/cases",
                        listed.asked(),
                        listed.page(),
                        () -> numbers.count(listed.wanted()),
                        () -> cases.page(listed.wanted(), listed.first(), Listed.PAGE_SIZE).stream()
                                .map(CaseLine::of)
                                .toList())
                .addObject("l", listed)
                .addObject("back", listed.asked().address("/quality", Map.of()));
    }
}
