package org.tandem.quality.web;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
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
        var isFlawed = !listed.asked().flaws().isEmpty();
        var total = isFlawed ? 0 : numbers.count(listed.wanted());
        var page = new ModelAndView("quality/cases");
        page.setStatus(isFlawed ? HttpStatus.BAD_REQUEST : HttpStatus.OK);
        page.addObject("l", listed);
        page.addObject("total", InFigures.number(total));
        page.addObject("hasMore", total > (long) listed.page() * Listed.PAGE_SIZE && listed.page() < Listed.LAST_PAGE);
        page.addObject(
                "rows",
                isFlawed
                        ? List.of()
                        : cases.page(listed.wanted(), listed.first(), Listed.PAGE_SIZE).stream()
                                .map(CaseLine::of)
                                .toList());
        page.addObject("back", listed.asked().address("/quality", Map.of()));
        return page;
    }
}
