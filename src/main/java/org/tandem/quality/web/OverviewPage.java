package org.tandem.quality.web;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What automation achieves and what it costs, side by side. The address has the period and the topic. */
@Controller
class OverviewPage {

    private final Overview overview;

    OverviewPage(Overview overview) {
        this.overview = overview;
    }

    @GetMapping("/quality")
    ModelAndView show(@RequestParam Map<String, String> parameters) {
        return page("quality/overview", parameters);
    }

    /** Only if a number may have changed since it was {@code seen}. */
    @GetMapping("/quality/live")
    ModelAndView live(@RequestParam Map<String, String> parameters) {
        if (Long.toString(overview.version()).equals(parameters.get("seen"))) {
            var nothing = new ModelAndView("quality/overview :: nothing");
            nothing.setStatus(HttpStatus.NO_CONTENT);
            return nothing;
        }
        return page("quality/overview :: live", parameters);
    }

    private ModelAndView page(String template, Map<String, String> parameters) {
        var asked = Asked.of(parameters, overview.today());
        var view = overview.view(asked);
        var page = new ModelAndView(template);
        page.setStatus(asked.flaws().isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
        page.addObject("asked", asked);
        page.addObject("periods", Asked.PERIODS);
        page.addObject("topics", overview.topics());
        page.addObject("v", view);
        page.addObject("live", asked.address("/quality/live", Map.of("seen", Long.toString(view.version()))));
        page.addObject("holdOut", asked.address("/quality/hold-out", Map.of()));
        page.addObject("csv", asked.address("/quality/days.csv", Map.of()));
        return page;
    }
}
