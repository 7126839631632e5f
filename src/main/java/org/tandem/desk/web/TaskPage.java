package org.tandem.desk.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriUtils;
import org.tandem.desk.FieldFlaw;
import org.tandem.desk.Outcome;
import org.tandem.desk.Outgoing;
import org.tandem.desk.Task;
import org.tandem.desk.TaskForms;
import org.tandem.desk.Work;
import org.tandem.desk.web.TaskScreen.Shown;
import org.tandem.staff.StaffMember;

/** One task: its form, and beside it the case. Whatever was meanwhile done by others is said in words. */
@Controller
@RequestMapping("/desk/tasks/{key}")
class TaskPage {

    private final Work work;
    private final TaskForms forms;
    private final TaskScreen screen;
    private final Outgoing outgoing;

    TaskPage(Work work, TaskForms forms, TaskScreen screen, Outgoing outgoing) {
        this.work = work;
        this.forms = forms;
        this.screen = screen;
        this.outgoing = outgoing;
    }

    @GetMapping
    ModelAndView show(StaffMember me, @PathVariable long key) {
        return page(me, work.task(me, key), HttpStatus.OK);
    }

    /** Only what changes, and only if it did since it was {@code seen}. */
    @GetMapping("/live")
    ModelAndView live(StaffMember me, @PathVariable long key, @RequestParam String seen) {
        var shown = screen.of(me, work.task(me, key));
        if (shown.seen().equals(seen)) {
            var nothing = new ModelAndView("desk/task :: nothing");
            nothing.setStatus(HttpStatus.NO_CONTENT);
            return nothing;
        }
        var update = new ModelAndView("desk/task :: live");
        fill(update, me, shown, true);
        return update;
    }

    @PostMapping("/claim")
    ModelAndView claim(StaffMember me, @PathVariable long key) {
        return after(me, key, work.claim(me, key), null, "/desk/tasks/" + key);
    }

    @PostMapping("/release")
    ModelAndView release(StaffMember me, @PathVariable long key) {
        return after(me, key, work.release(me, key), null, "/desk/tasks/" + key);
    }

    @PostMapping("/complete")
    ModelAndView complete(
            StaffMember me, @PathVariable long key, @RequestParam(required = false) @Nullable String values) {
        var filledIn = values == null ? "" : values;
        var number = work.task(me, key).subject().number();
        var done = UriUtils.encode(number == null ? Long.toString(key) : number, "UTF-8");
        return after(me, key, work.complete(me, key, filledIn), filledIn, "/desk?done=" + done);
    }

    @PostMapping("/take-back")
    ModelAndView takeBack(StaffMember me, @PathVariable long key) {
        return after(me, key, outgoing.takeBack(me, key), null, "/desk/tasks/" + key);
    }

    /** A step that was taken leads on; one that was not shows how things stand and keeps what was typed. */
    private ModelAndView after(StaffMember me, long key, Outcome outcome, @Nullable String typed, String next) {
        return switch (outcome) {
            case Outcome.Done done -> seeOther(next);
            case Outcome.TooLate tooLate -> {
                var page = page(me, work.task(me, key), HttpStatus.CONFLICT);
                page.addObject("tooLate", tooLate.sentence());
                page.addObject("typed", typed);
                yield page;
            }
            case Outcome.Wrong wrong -> {
                var page = page(me, work.task(me, key), HttpStatus.BAD_REQUEST);
                page.addObject("flaws", wrong.flaws());
                page.addObject("typed", typed);
                yield page;
            }
        };
    }

    private ModelAndView page(StaffMember me, Task task, HttpStatus status) {
        var page = new ModelAndView("desk/task");
        page.setStatus(status);
        fill(page, me, screen.of(me, task), false);
        page.addObject("form", forms.of(task).orElse(null));
        page.addObject("flaws", List.<FieldFlaw>of());
        return page;
    }

    private static void fill(ModelAndView page, StaffMember me, Shown shown, boolean update) {
        page.addObject("me", me);
        page.addObject("t", shown.task());
        page.addObject("c", shown.about());
        page.addObject("others", shown.others());
        page.addObject("held", shown.held());
        page.addObject("writable", shown.canBeFilledIn());
        page.addObject("call", shown.call());
        page.addObject("looks", shown.looks());
        page.addObject("complaint", shown.complaint());
        page.addObject("seen", shown.seen());
        page.addObject("update", update);
    }

    private static ModelAndView seeOther(String address) {
        var redirect = new RedirectView(address, true, false, false);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }
}
