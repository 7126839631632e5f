package org.tandem.desk.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tandem.desk.Calls;
import org.tandem.desk.Outgoing;
import org.tandem.desk.Presence;
import org.tandem.desk.Steering;
import org.tandem.desk.Task;
import org.tandem.desk.TaskCases;
import org.tandem.desk.TaskForms;
import org.tandem.desk.hours.CaseCalendars;
import org.tandem.desk.levels.ComplaintReplies;
import org.tandem.inquiry.CaseFile;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.Moments;
import org.tandem.staff.StaffMember;

/** Puts together what the page of a task shows beside its form. */
@Component
class TaskScreen {

    private static final int EARLIER_CASES = 5;
    private static final String ESCALATION = "escalationKey";
    private static final String BRIEF = "brief";

    private final TaskForms forms;
    private final TaskCases cases;
    private final Inquiries inquiries;
    private final Outgoing outgoing;
    private final Presence presence;
    private final Calls calls;
    private final Steering steering;
    private final ComplaintReplies complaints;
    private final CaseCalendars calendars;
    private final Clock clock;

    TaskScreen(
            TaskForms forms,
            TaskCases cases,
            Inquiries inquiries,
            Outgoing outgoing,
            Presence presence,
            Calls calls,
            Steering steering,
            ComplaintReplies complaints,
            CaseCalendars calendars,
            Clock clock) {
        this.forms = forms;
        this.cases = cases;
        this.inquiries = inquiries;
        this.outgoing = outgoing;
        this.presence = presence;
        this.calls = calls;
        this.steering = steering;
        this.complaints = complaints;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * @param others who else has it on the screen
     * @param held what was filled in and can still be taken back, or was not sent
     * @param call whether this is the task of calling the customer
     * @param looks who has seen the customer's phone number for it, and when
     * @param complaint what a law still wants, and by when
     */
    record Shown(
            TaskView task,
            @Nullable CaseView about,
            List<String> others,
            @Nullable HeldView held,
            boolean call,
            List<String> looks,
            List<String> complaint) {

        /** Tells whether anything that is shown has changed. */
        String seen() {
            return Integer.toHexString(Objects.hash(task, about, others, held, call, looks, complaint));
        }

        boolean canBeFilledIn() {
            return task.mine() && (held == null || !held.isOnItsWay());
        }
    }

    Shown of(StaffMember me, Task task) {
        var now = clock.instant();
        var file = cases.of(task).orElse(null);
        var zone = file == null ? calendars.calendar(null).zone() : calendars.of(file);
        return new Shown(
                TaskView.of(task, file, me, now),
                caseView(task, file, zone),
                presence.others(task.key(), me),
                outgoing.to(task.key(), me)
                        .map(answer -> HeldView.of(answer, now))
                        .orElse(null),
                file != null && forms.isCall(task),
                calls.shown(task.key()).stream()
                        .map(look -> "%s, %s".formatted(look.agent(), Moments.shortly(look.at(), zone)))
                        .toList(),
                file == null
                        ? List.of()
                        : complaints.owed(file.id()).stream()
                                .map(owed -> owed.inWords(Moments.shortly(owed.by(), zone)))
                                .toList());
    }

    private @Nullable CaseView caseView(Task task, @Nullable CaseFile file, ZoneId zone) {
        return file == null
                ? null
                : CaseView.of(file, brief(task, file), inquiries.othersOf(file, EARLIER_CASES), zone);
    }

    /** Whoever decides about an escalation sees what the agent sees who has the case, or would have it. */
    private @Nullable JsonNode brief(Task task, CaseFile file) {
        var variables = forms.variables(task);
        return variables.containsKey(ESCALATION)
                ? steering.answering(file.number())
                        .map(answering -> forms.variables(answering).get(BRIEF))
                        .orElse(null)
                : variables.get(BRIEF);
    }
}
