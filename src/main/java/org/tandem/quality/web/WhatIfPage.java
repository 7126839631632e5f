package org.tandem.quality.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.tandem.assistant.ModelRefused;
import org.tandem.assistant.classifier.Progress;
import org.tandem.quality.backtest.Backtest;
import org.tandem.quality.backtest.GateRefused;
import org.tandem.quality.outside.OutsideShare;

/** What a changed gate, tolerance or model would have made of what was decided. Nothing that is sent here is kept. */
@Controller
@RequestMapping("/quality/what-if")
class WhatIfPage {

    private final Backtest backtest;
    private final OutsideShare outside;
    private final Clock clock;

    /** One takes all cores for seconds, and customers are answered beside it. */
    private final Semaphore one = new Semaphore(1);

    WhatIfPage(Backtest backtest, OutsideShare outside, Clock clock) {
        this.backtest = backtest;
        this.outside = outside;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView ask() {
        return page(WhatIfForm.blank(LocalDate.now(clock)), HttpStatus.OK);
    }

    @PostMapping
    ModelAndView compare(@ModelAttribute("form") WhatIfForm form) throws IOException {
        if (!form.flaws().isEmpty()) {
            return refused(form, List.of());
        }
        if (!one.tryAcquire()) {
            return refused(form, List.of("Somebody else is asking what if just now. Please try again in a moment."));
        }
        try {
            var comparison = backtest.compare(form.proposal(), form.period(LocalDate.now(clock)), Progress.SILENT);
            return page(form, HttpStatus.OK).addObject("comparison", comparison);
        } catch (GateRefused refused) {
            return refused(form, refused.sentences());
        } catch (IllegalArgumentException | ModelRefused e) {
            return refused(form, List.of(String.valueOf(e.getMessage())));
        } finally {
            one.release();
        }
    }

    /** The table with the changed tolerances, for the analyst who deploys it. */
    @PostMapping("/confidence-gate.dmn")
    Object download(@ModelAttribute("form") WhatIfForm form) throws IOException {
        try {
            return file(backtest.dmn(form.proposal()));
        } catch (GateRefused refused) {
            return refused(form, refused.sentences());
        } catch (IllegalArgumentException e) {
            return refused(form, List.of(String.valueOf(e.getMessage())));
        }
    }

    private static ResponseEntity<byte[]> file(String table) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("confidence-gate.dmn")
                                .build()
                                .toString())
                .contentType(MediaType.APPLICATION_XML)
                .body(table.getBytes(UTF_8));
    }

    private ModelAndView refused(WhatIfForm form, List<String> why) {
        return page(form, HttpStatus.BAD_REQUEST).addObject("refusals", why);
    }

    private ModelAndView page(WhatIfForm form, HttpStatus status) {
        var page = new ModelAndView("quality/what-if");
        page.setStatus(status);
        page.addObject("form", form);
        page.addObject("flaws", form.flaws());
        page.addObject("tolerances", backtest.tolerances());
        page.addObject("models", backtest.modelVersions());
        page.addObject("outside", outside.lately().inWords());
        page.addObject("mostReread", WhatIfForm.MOST_REREAD);
        return page;
    }
}
