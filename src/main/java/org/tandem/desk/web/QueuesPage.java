package org.tandem.desk.web;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import org.tandem.desk.Outcome;
import org.tandem.desk.Queue;
import org.tandem.desk.Queues;
import org.tandem.desk.SteeredBy;
import org.tandem.desk.Steering;
import org.tandem.desk.Task;
import org.tandem.desk.TaskCases;
import org.tandem.desk.Work;
import org.tandem.desk.levels.Unrouted;
import org.tandem.desk.waiting.WorkAhead;
import org.tandem.staff.StaffMember;

/** The queues, where a lead sees what is about to be late and does something about it. */
@Controller
@RequestMapping("/desk/queues")
class QueuesPage {

    private static final int SHOWN = 50;

    private final Queues queues;
    private final Steering steering;
    private final Work work;
    private final TaskCases cases;
    private final WorkAhead ahead;
    private final Unrouted unrouted;
    private final Takers takers;
    private final Clock clock;

    QueuesPage(
            Queues queues,
            Steering steering,
            Work work,
            TaskCases cases,
            WorkAhead ahead,
            Unrouted unrouted,
            Takers takers,
            Clock clock) {
        this.queues = queues;
        this.steering = steering;
        this.work = work;
        this.cases = cases;
        this.ahead = ahead;
        this.unrouted = unrouted;
        this.takers = takers;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(
            StaffMember me,
            @RequestParam(required = false) @Nullable String queue,
            @RequestParam(required = false) @Nullable String done) {
        var page = new ModelAndView("desk/queues");
        fill(page, me, queue, false);
        page.addObject("done", done);
        page.addObject("ahead", AheadChart.of(queue, ahead.of(queue), ahead.zone()));
        return page;
    }

    /** Only what changes, and only if it did since it was {@code seen}. */
    @GetMapping("/live")
    ModelAndView live(
            StaffMember me, @RequestParam(required = false) @Nullable String queue, @RequestParam String seen) {
        var update = new ModelAndView("desk/queues :: live");
        fill(update, me, queue, true);
        if (seen.equals(update.getModel().get("seen"))) {
            var nothing = new ModelAndView("desk/queues :: nothing");
            nothing.setStatus(HttpStatus.NO_CONTENT);
            return nothing;
        }
        return update;
    }

    /** One task, to give it to somebody or to move it. */
    @GetMapping("/tasks/{key}")
    ModelAndView steer(StaffMember me, @PathVariable long key, @RequestParam(required = false) @Nullable String queue) {
        return steer(me, key, queue, null);
    }

    @PostMapping("/tasks/{key}/assignee")
    ModelAndView give(
            StaffMember me,
            @PathVariable long key,
            @RequestParam(defaultValue = "") String agent,
            @RequestParam(required = false) @Nullable String queue) {
        return after(me, key, queue, steering.give(SteeredBy.now(me.name()), key, agent));
    }

    @PostMapping("/tasks/{key}/priority")
    ModelAndView prioritise(
            StaffMember me,
            @PathVariable long key,
            @RequestParam int priority,
            @RequestParam(required = false) @Nullable String queue) {
        return after(me, key, queue, steering.prioritise(SteeredBy.now(me.name()), key, priority));
    }

    private ModelAndView after(StaffMember me, long key, @Nullable String queue, Outcome outcome) {
        if (outcome instanceof Outcome.TooLate tooLate) {
            var page = steer(me, key, queue, tooLate.sentence());
            page.setStatus(HttpStatus.CONFLICT);
            return page;
        }
        var back = UriComponentsBuilder.fromPath("/desk/queues").queryParam("done", name(work.task(me, key)));
        if (queue != null) {
            back.queryParam("queue", queue);
        }
        return new ModelAndView("redirect:" + back.encode().toUriString());
    }

    private ModelAndView steer(StaffMember me, long key, @Nullable String queue, @Nullable String problem) {
        var task = work.task(me, key);
        var page = new ModelAndView("desk/steer");
        page.addObject("me", me);
        page.addObject(
                "task", TaskRow.all(List.of(task), me, clock.instant(), cases).getFirst());
        page.addObject("priority", task.priority());
        page.addObject("queue", queue);
        page.addObject("problem", problem);
        page.addObject("people", takers.of(task));
        return page;
    }

    private void fill(ModelAndView page, StaffMember me, @Nullable String queue, boolean update) {
        var now = clock.instant();
        var all = queues.now();
        var rows = all.stream()
                .map(each -> QueueRow.of(each, ahead.handling(each.name()), now))
                .toList();
        var shown = all.stream()
                .filter(each -> each.name().equals(queue))
                .map(Queue::tasks)
                .flatMap(List::stream)
                .limit(SHOWN)
                .toList();
        var tasks = TaskRow.all(queues.withSubjects(shown), me, now, cases);
        var lost = unrouted.cases().stream()
                .map(one -> new UnroutedRow(one.number(), InWords.roughly(Duration.between(one.since(), now))))
                .toList();
        page.addObject("me", me);
        page.addObject("queue", queue);
        page.addObject("rows", rows);
        page.addObject("tasks", tasks);
        page.addObject("unrouted", lost);
        page.addObject("update", update);
        page.addObject("seen", Integer.toHexString(Objects.hash(rows, tasks, lost)));
    }

    /** @param late for how long it should have been with people or answered */
    record UnroutedRow(String number, String late) {}

    private static String name(Task task) {
        var number = task.subject().number();
        return number == null ? task.name() : number;
    }
}
