package org.tandem.quality.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.tandem.quality.audits.AuditSettings;
import org.tandem.quality.numbers.CaseNumbers;
import org.tandem.quality.numbers.Count;
import org.tandem.quality.numbers.NumbersSettings;
import org.tandem.quality.numbers.Side;
import org.tandem.quality.numbers.Sides;

/** The AI and people on the same kind of cases: those that the gate would answer, of which chance has sent some to people. */
@Controller
class HoldOutPage {

    private final CaseNumbers numbers;
    private final Overview overview;
    private final AuditSettings audits;
    private final NumbersSettings settings;

    HoldOutPage(CaseNumbers numbers, Overview overview, AuditSettings audits, NumbersSettings settings) {
        this.numbers = numbers;
        this.overview = overview;
        this.audits = audits;
        this.settings = settings;
    }

    @GetMapping("/quality/hold-out")
    ModelAndView show(@RequestParam Map<String, String> parameters) {
        var asked = Asked.of(parameters, overview.today());
        var sums = sums(asked);
        var page = new ModelAndView("quality/hold-out");
        page.setStatus(asked.flaws().isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
        page.addObject("asked", asked);
        page.addObject("periods", Asked.PERIODS);
        page.addObject("topics", numbers.topics());
        page.addObject("share", InFigures.percent(audits.holdOut()));
        page.addObject("groups", HeldOut.groups(asked, sums));
        page.addObject("drawn", HeldOut.drawn(sums));
        page.addObject("lines", new Comparison(asked, sums, settings.currency()).onTheSameKind());
        page.addObject("hasAny", sums.of(Side.HELD_OUT).count(Count.CASES) > 0);
        page.addObject("csv", asked.address("/quality/hold-out.csv", Map.of()));
        return page;
    }

    @GetMapping("/quality/hold-out.csv")
    void csv(@RequestParam Map<String, String> parameters, HttpServletResponse response) throws IOException {
        var asked = Asked.of(parameters, overview.today());
        if (CsvPage.isRefused(asked, response)) {
            return;
        }
        var sums = sums(asked);
        try (var csv = CsvPage.begin("hold-out", response)) {
            csv.printRecord(HeldOut.HEADER);
            for (var line : HeldOut.csv(sums.of(Side.AI), sums.of(Side.HELD_OUT))) {
                csv.printRecord(line);
            }
        }
    }

    private Sides sums(Asked asked) {
        var sums = Sides.none();
        numbers.stretches(asked.scope(), Trends.length(asked.scope())).values().forEach(sums::add);
        return sums;
    }
}
