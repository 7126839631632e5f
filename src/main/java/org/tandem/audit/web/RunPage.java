package org.tandem.audit.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.tandem.audit.Minimised;
import org.tandem.audit.ModelTexts;
import org.tandem.audit.ProcessHistory;
import org.tandem.audit.Retry;
import org.tandem.staff.StaffMember;

/** One process instance: its way on the diagram, and everything else about it in tables. While it runs, the page follows it. */
@Controller
@RequestMapping("/history/{key:\\d+}")
class RunPage {

    private final ProcessHistory history;
    private final DeployedModels models;

    RunPage(ProcessHistory history, DeployedModels models) {
        this.history = history;
        this.models = models;
    }

    @GetMapping
    ModelAndView show(
            StaffMember member, @PathVariable long key, @RequestParam(required = false) @Nullable String retried) {
        return page(member, key, retried == null ? null : notice(retried), HttpStatus.OK);
    }

    /** Only what changes, and only if it did since it was {@code seen}. */
    @GetMapping("/live")
    ModelAndView live(StaffMember member, @PathVariable long key, @RequestParam String seen) {
        var view = view(member, key);
        if (view.seen().equals(seen)) {
            var nothing = new ModelAndView("history/run :: nothing");
            nothing.setStatus(HttpStatus.NO_CONTENT);
            return nothing;
        }
        return filled(new ModelAndView("history/run :: live"), view, true);
    }

    /** For operators only, as the table of what is for whom says. */
    @PostMapping("/incidents/{incident:\\d+}")
    ModelAndView retry(StaffMember member, @PathVariable long key, @PathVariable long incident) {
        return switch (history.retry(key, incident)) {
            case Retry.Done done -> new ModelAndView("redirect:/history/" + key + "?retried=now#incidents");
            case Retry.NotNeeded late -> new ModelAndView("redirect:/history/" + key + "?retried=before#incidents");
            case Retry.Unknown unknown -> throw new UnknownRun("There is no such incident in this process instance.");
            case Retry.Refused refused ->
                page(
                        member,
                        key,
                        "The engine does not try it again: "
                                + Minimised.by(member, ModelTexts.NONE).message(refused.reason()),
                        HttpStatus.CONFLICT);
        };
    }

    private static String notice(String retried) {
        return retried.equals("now")
                ? "The step tries again. If it fails once more, a new incident shows here in a moment."
                : "There was nothing to try again: somebody was faster, or the process instance is over.";
    }

    private ModelAndView page(StaffMember member, long key, @Nullable String notice, HttpStatus status) {
        var page = filled(new ModelAndView("history/run"), view(member, key), false);
        page.setStatus(status);
        page.addObject("notice", notice);
        return page;
    }

    private static ModelAndView filled(ModelAndView page, RunView view, boolean update) {
        page.addObject("r", view);
        page.addObject("update", update);
        return page;
    }

    private RunView view(StaffMember member, long key) {
        var run = history.run(key)
                .orElseThrow(() -> new UnknownRun("There is no process instance with the key %d.".formatted(key)));
        return RunView.of(run, history.trail(run), member, models);
    }
}
