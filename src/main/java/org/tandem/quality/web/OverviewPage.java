package org.tandem.quality.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What automation achieves and what it costs, side by side. */
@Controller
class OverviewPage {

    @GetMapping("/quality")
    String overview() {
        return "quality/overview";
    }
}
