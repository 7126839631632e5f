package org.tandem.desk;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.tandem.desk.Drafts.Draft;
import org.tandem.desk.Task.Status;
import org.tandem.staff.StaffMember;

/**
 * The last seconds of an answer, in which its author can take it back. It is kept in the database until the engine has it, so it is sent
 * whatever becomes of the application, and once: the engine completes a task only once.
 */
@Service
public class Outgoing {

    private static final Logger LOG = LoggerFactory.getLogger(Outgoing.class);
    private static final Duration READABLE = Duration.ofDays(14);
    private static final String WROTE =
            "The customer wrote again while your answer was waiting to go out. Nothing was sent: read it first.";
    private static final String ON_ITS_WAY = "An answer to this task is already on its way.";

    private final HeldAnswers held;
    private final Tasks tasks;
    private final TaskForms forms;
    private final TaskCases cases;
    private final Drafts drafts;
    private final Recently recently;
    private final Slower slower;
    private final DeskSettings settings;
    private final Clock clock;

    Outgoing(
            HeldAnswers held,
            Tasks tasks,
            TaskForms forms,
            TaskCases cases,
            Drafts drafts,
            Recently recently,
            Slower slower,
            DeskSettings settings,
            Clock clock) {
        this.held = held;
        this.tasks = tasks;
        this.forms = forms;
        this.cases = cases;
        this.drafts = drafts;
        this.recently = recently;
        this.slower = slower;
        this.settings = settings;
        this.clock = clock;
    }

    /** The answer to this task that somebody can still take back, or that could not be sent. */
    public Optional<HeldAnswer> to(long taskKey, StaffMember who) {
        return held.of(taskKey).filter(answer -> answer.agent().equals(who.name()));
    }

    public List<HeldAnswer> of(StaffMember who) {
        return held.by(who.name());
    }

    /** What was filled in is the draft again, unless there is a newer one by now. */
    public Outcome takeBack(StaffMember who, long taskKey) {
        return to(taskKey, who).isPresent() && held.takeBack(taskKey, who.name())
                ? new Outcome.Done()
                : new Outcome.TooLate("The answer is already on its way, or was taken back before.");
    }

    /** What was filled in is the draft as well until it is sent, so that nothing of it is lost whatever comes in between. */
    Outcome hold(StaffMember who, Task task, String filledIn) {
        var answer = new HeldAnswer(
                task.key(),
                who.name(),
                task.subject().number(),
                filledIn,
                cases.customerMessages(task),
                clock.instant().plus(settings.takeBack()),
                0,
                null);
        try {
            held.keep(answer);
        } catch (DuplicateKeyException already) {
            return new Outcome.TooLate(ON_ITS_WAY);
        }
        var seen = drafts.of(task.key(), who.name()).map(Draft::revision).orElse(0);
        drafts.keep(task.key(), who.name(), filledIn, seen, Drafts.A_WINDOW);
        return settings.takeBack().isZero() ? send(answer) : new Outcome.Done();
    }

    @Scheduled(fixedDelayString = "${tandem.desk.send-every:1s}")
    void sendDue() {
        held.due(clock.instant()).forEach(answer -> {
            try {
                send(answer);
            } catch (TasksAway away) {
                LOG.warn("The answer to task {} waits for the process engine", answer.taskKey());
            }
        });
    }

    @Scheduled(cron = "0 40 3 * * *", zone = "UTC")
    void forgetOld() {
        held.forgetOlderThan(clock.instant().minus(READABLE));
    }

    private Outcome send(HeldAnswer answer) {
        if (!held.begin(answer, clock.instant())) {
            return new Outcome.TooLate(ON_ITS_WAY);
        }
        var task = tasks.get(answer.taskKey()).map(recently::applyTo);
        if (task.isEmpty()) {
            return notSent(answer, "There is no such task any more. Nothing was sent.");
        }
        if (isDone(answer, task.get())) {
            return done(answer);
        }
        if (cases.isWithdrawn(task.get())) {
            return notSent(answer, Slower.withdrawn().sentence());
        }
        if (cases.customerMessages(task.get()) > answer.customerMessages()) {
            return notSent(answer, WROTE);
        }
        return complete(answer, task.get());
    }

    private Outcome complete(HeldAnswer answer, Task task) {
        var entries = forms.check(task, answer.filledIn());
        if (!entries.flaws().isEmpty()) {
            return notSent(answer, entries.flaws().getFirst().sentence());
        }
        var variables = new HashMap<String, String>();
        entries.variables().forEach((name, value) -> variables.put(name, value.toString()));
        return switch (tasks.claim(task.key(), answer.agent())) {
            case TAKEN -> notSent(answer, slower.taken(task).sentence());
            case OVER -> over(answer, task);
            case DONE ->
                tasks.complete(task.key(), variables) == Tasks.Verdict.DONE ? done(answer) : over(answer, task);
        };
    }

    /** An earlier try may have reached the engine before it was cut off; the engine's search tells it a moment later. */
    private Outcome over(HeldAnswer answer, Task before) {
        var now = tasks.get(answer.taskKey()).orElse(before);
        if (isDone(answer, now)) {
            return done(answer);
        }
        return answer.tries() > 0 && now.isOpen()
                ? new Outcome.TooLate(ON_ITS_WAY)
                : notSent(answer, slower.over(answer.agent(), before).sentence());
    }

    private static boolean isDone(HeldAnswer answer, Task task) {
        return answer.tries() > 0 && task.status() == Status.COMPLETED && task.isWith(answer.agent());
    }

    private Outcome done(HeldAnswer answer) {
        recently.became(answer.taskKey(), Status.COMPLETED, answer.agent());
        drafts.forget(answer.taskKey(), answer.agent());
        held.done(answer);
        return new Outcome.Done();
    }

    private Outcome notSent(HeldAnswer answer, String why) {
        LOG.info("The answer to task {} was not sent and is kept for {}", answer.taskKey(), answer.agent());
        held.notSent(answer, why);
        return new Outcome.TooLate(why);
    }
}
