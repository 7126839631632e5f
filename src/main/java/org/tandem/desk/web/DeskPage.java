package org.tandem.desk.web;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.tandem.desk.Outgoing;
import org.tandem.desk.TaskCases;
import org.tandem.desk.Tasks.Found;
import org.tandem.desk.Work;
import org.tandem.desk.pool.SkillCalls;
import org.tandem.staff.Role;
import org.tandem.staff.StaffMember;

/** The list of tasks, where an agent's day begins. */
@Controller
@RequestMapping("/desk")
class DeskPage {

    private final Work work;
    private final TaskCases cases;
    private final Outgoing outgoing;
    private final SkillCalls calls;
    private final Clock clock;

    DeskPage(Work work, TaskCases cases, Outgoing outgoing, SkillCalls calls, Clock clock) {
        this.work = work;
        this.cases = cases;
        this.outgoing = outgoing;
        this.calls = calls;
        this.clock = clock;
    }

    /** After a task is {@code done}, says so. */
    @GetMapping
    ModelAndView show(StaffMember me, TaskFilter filter, @RequestParam(required = false) @Nullable String done) {
        var page = new ModelAndView("desk/tasks");
        fill(page, me, filter, list(me, filter), false);
        page.addObject("done", done);
        page.addObject("calls", calls.openFor(me.name()));
        page.addObject(
                "held",
                outgoing.of(me).stream()
                        .map(answer -> HeldView.of(answer, clock.instant()))
                        .toList());
        return page;
    }

    /** Only what changes, and only if it did since it was {@code seen}. */
    @GetMapping("/live")
    ModelAndView live(StaffMember me, TaskFilter filter, @RequestParam String seen) {
        var list = list(me, filter);
        if (list.seen().equals(seen)) {
            var nothing = new ModelAndView("desk/tasks :: nothing");
            nothing.setStatus(HttpStatus.NO_CONTENT);
            return nothing;
        }
        var update = new ModelAndView("desk/tasks :: live");
        fill(update, me, filter, list, true);
        return update;
    }

    private TaskList list(StaffMember me, TaskFilter filter) {
        var now = clock.instant();
        var found = filter.search(me, now).map(search -> work.find(me, search)).orElse(Found.NOTHING);
        return TaskList.of(found, me, filter.shownPage(), now, cases);
    }

    private static void fill(ModelAndView page, StaffMember me, TaskFilter filter, TaskList list, boolean update) {
        page.addObject("me", me);
        page.addObject("lead", me.is(Role.LEAD));
        page.addObject("filter", filter);
        page.addObject("list", list);
        page.addObject("update", update);
    }
}
