package org.tandem.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.search.response.UserTask;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tandem.desk.levels.Looks;

/** What was promised stays the moment that was promised: over restarts of the engine, changes of the clock and new versions of the models. */
class PromisesLastTest extends PromiseJourney {

    private static final LocalTime SATURDAY_BEFORE_CLOSE = LocalTime.of(16, 30);

    @Test
    void whenTheEngineRestartsInTheMiddleOfAWaitWarningAndBreachComeOnceAndWhenTheyShould() {
        var id = aCaseWithAPerson();
        var warnAt = warnAt(id);
        var due = handOver(id).firstResponseDue();
        assertThat(warnAt).isBetween(clock.instant().plusSeconds(300), due);
        timePassesUntil(warnAt.minusSeconds(200));

        theEngineIsAwayFor(Duration.ZERO);

        timePassesUntil(warnAt.minusSeconds(100));
        thePersonsProcess().hasActiveElements("Task_AnswerCustomer").hasNotActivatedElements("Task_RaisePriority");
        timePassesUntil(warnAt);
        thePersonsProcess().hasCompletedElement("Event_PriorityRaised", 1).hasNotActivatedElements("Task_Escalate");
        soon().untilAsserted(() -> assertThat(theOpenTask().getPriority()).isEqualTo(75));

        theEngineIsAwayFor(Duration.ZERO);

        timePassesUntil(due);
        theDecision(id);
        theEngineIsAwayFor(Duration.ZERO);
        timePasses(Duration.ofMinutes(5));
        Looks.now(application);
        thePersonsProcess()
                .hasCompletedElement("Event_PriorityRaised", 1)
                .hasCompletedElement("Event_Escalated", 1)
                .hasActiveElement("Task_AnswerCustomer", 1);
        assertThat(deadlinesNoted(id)).containsExactly("first response");
        assertThat(decisions(id)).hasSize(1);
    }

    @Test
    void whatBecameOverdueWhileTheEngineWasAwayIsSeenToAsSoonAsItIsBack() {
        var id = aCaseWithAPerson();
        var due = handOver(id).firstResponseDue();

        theEngineIsAwayFor(Duration.between(clock.instant(), due).plusMinutes(10));

        theDecision(id);
        thePersonsProcess()
                .hasCompletedElement("Event_PriorityRaised", 1)
                .hasCompletedElement("Event_Escalated", 1)
                .hasActiveElement("Task_AnswerCustomer", 1);
        assertThat(deadlinesNoted(id)).containsExactly("first response");
        anAgentAnswers(id, "anna");
    }

    /** In spring or in autumn, whichever is next. */
    @Test
    void overTheNextChangeOfTheClockThePromiseIsKeptAtTheHourOnTheWall() {
        timePassesUntil(theSaturdayBeforeTheClockChanges().toInstant());
        var id = aCaseWithAPerson();
        var promised = inLondon(handOver(id).firstResponseDue());

        assertThat(promised.toLocalTime())
                .as("half an hour was left on Saturday, and people come back at eight on their clock")
                .isBetween(LocalTime.of(9, 30), LocalTime.of(9, 32));
        assertThat(promised.getOffset()).isNotEqualTo(inLondon(clock.instant()).getOffset());
        assertThat(theOpenTask().getDueDate().toInstant()).isEqualTo(promised.toInstant());

        timePassesUntil(promised.toInstant().minusSeconds(60));
        thePersonsProcess().hasCompletedElements("Event_PriorityRaised").hasNotActivatedElements("Task_Escalate");
        timePassesUntil(promised.toInstant());
        theDecision(id);
        assertThat(deadlinesNoted(id)).containsExactly("first response");
    }

    @Test
    void casesThatWaitFinishByTheirVersionAndNewOnesTakeTheNew() throws IOException {
        var before = aCaseWithAPerson();
        var oldTask = theOpenTask();
        var oldDue = handOver(before).firstResponseDue();

        deployed((name, text) -> switch (name) {
            case "service-levels.dmn" -> text.replace("\"PT2H\"", "\"PT3H\"");
            case "resolve-by-person.bpmn" -> text.replace("name=\"Answer the customer\"", "name=\"Answer them\"");
            default -> text;
        });
        var after = aCustomerAsks();

        var newTask = soon().until(
                        () -> openTasks("Task_AnswerCustomer").stream()
                                .filter(task -> task.getUserTaskKey() != (long) oldTask.getUserTaskKey())
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
        assertThat(newTask.getName()).isEqualTo("Answer them");
        assertThat(version(newTask)).isEqualTo(version(oldTask) + 1);
        assertThat(united().between(handOver(after).at(), handOver(after).firstResponseDue()))
                .isEqualTo(Duration.ofHours(3));

        timePassesUntil(oldDue);
        theDecision(before);
        assertThat(deadlinesNoted(before)).containsExactly("first response");
        assertThat(deadlinesNoted(after)).isEmpty();

        answers(oldTask, "anna");
        soon().until(() -> inquiries.get(before).handOvers().getLast().agent() != null);
        asCustomer(before).write("It is still not there.");
        var again = soon().until(
                        () -> openTasks("Task_AnswerCustomer").stream()
                                .filter(task -> "anna".equals(task.getAssignee()))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
        assertThat(again.getName()).isEqualTo("Answer the customer");
        assertThat(version(again)).isEqualTo(version(oldTask));
        assertThat(united().between(handOver(before).at(), handOver(before).firstResponseDue()))
                .as("the service levels that were deployed with its process")
                .isEqualTo(Duration.ofHours(2));
    }

    private void answers(UserTask task, String agent) {
        engine.newAssignUserTaskCommand(task.getUserTaskKey())
                .assignee(agent)
                .send()
                .join();
        completes(task);
    }

    private ZonedDateTime theSaturdayBeforeTheClockChanges() {
        var rules = united().zone().getRules();
        var now = clock.instant();
        for (var change = rules.nextTransition(now); ; change = rules.nextTransition(change.getInstant())) {
            var saturday = inLondon(change.getInstant())
                    .with(TemporalAdjusters.previous(DayOfWeek.SATURDAY))
                    .with(SATURDAY_BEFORE_CLOSE);
            if (saturday.toInstant().isAfter(now)) {
                return saturday;
            }
        }
    }

    private ZonedDateTime inLondon(Instant moment) {
        return moment.atZone(united().zone());
    }
}
