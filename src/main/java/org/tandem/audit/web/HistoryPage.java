package org.tandem.audit.web;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.tandem.audit.Found;
import org.tandem.audit.ProcessHistory;

/** Where process instances are searched for. The address has the whole search, so it can be kept and passed on. */
@Controller
class HistoryPage {

    private static final Found NOTHING = new Found(List.of(), 0, false);

    private final ProcessHistory history;

    HistoryPage(ProcessHistory history) {
        this.history = history;
    }

    @GetMapping("/history")
    ModelAndView search(@RequestParam Map<String, String> parameters) {
        var search = Search.of(parameters);
        var faultless = search.flaws().isEmpty();
        var page = new ModelAndView("history/search");
        page.setStatus(faultless ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
        page.addObject("s", search);
        page.addObject("processes", history.processes());
        page.addObject("results", Results.of(search, faultless ? history.search(search.wanted()) : NOTHING));
        return page;
    }
}
