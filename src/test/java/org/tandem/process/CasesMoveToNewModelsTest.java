package org.tandem.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.command.MigrationPlan;
import io.camunda.client.api.search.response.ProcessInstance;
import io.camunda.client.api.search.response.UserTask;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Running cases can be moved to changed models: what a person is doing and what customers were promised stays as it was. */
class CasesMoveToNewModelsTest extends PromiseJourney {

    @Test
    void aCaseWithAPersonKeepsItsTaskAndThePromisesThatWereMade() throws IOException {
        var id = aCaseWithAPerson();
        var task = theOpenTask();
        var due = handOver(id).firstResponseDue();
        timePassesUntil(warnAt(id));
        thePersonsProcess().hasCompletedElement("Event_PriorityRaised", 1);
        // every promise of the new version would be another one
        deployed((name, text) -> name.equals("resolve-by-person.bpmn")
                ? text.replace("name=\"Answer the customer\"", "name=\"Answer them\"")
                        .replace("else date and time(warnAt)<", "else now()<")
                        .replace("(firstResponseDue)<", "(firstResponseDue) + duration(\"P30D\")<")
                : text);

        toTheNewest(
                theProcessOf(task),
                "Task_AnswerCustomer",
                "Event_ChannelChosen",
                "Event_CustomerWroteMore",
                "Event_FirstAnswerDueSoon",
                "Event_FirstAnswerOverdue",
                "Event_SolutionOverdue");

        var moved = soon().until(
                        this::theOpenTask,
                        open -> open.getProcessDefinitionVersion() == task.getProcessDefinitionVersion() + 1);
        assertThat(moved.getName()).isEqualTo("Answer them");
        assertThat(moved.getUserTaskKey()).isEqualTo(task.getUserTaskKey());
        theEngineIsAwayFor(Duration.ZERO);
        timePassesUntil(due.minusSeconds(60));
        thePersonsProcess().hasCompletedElement("Event_PriorityRaised", 1).hasNotActivatedElements("Task_Escalate");
        timePassesUntil(due);
        theDecision(id);
        thePersonsProcess().hasCompletedElement("Event_PriorityRaised", 1);
        assertThat(deadlinesNoted(id)).containsExactly("first response");
        anAgentAnswers(id, "anna");
    }

    private ProcessInstance theProcessOf(UserTask task) {
        return engine.newProcessInstanceGetRequest(task.getProcessInstanceKey())
                .send()
                .join();
    }

    /** These active elements, and the events that they listen to, go to those with the same ids. */
    private void toTheNewest(ProcessInstance instance, String... ids) {
        var newest = engine.newProcessDefinitionSearchRequest()
                .filter(filter -> filter.processDefinitionId(instance.getProcessDefinitionId())
                        .isLatestVersion(true))
                .send()
                .join()
                .singleItem();
        var plan = MigrationPlan.newBuilder()
                .withTargetProcessDefinitionKey(newest.getProcessDefinitionKey())
                .addMappingInstruction(ids[0], ids[0]);
        for (var i = 1; i < ids.length; i++) {
            plan = plan.addMappingInstruction(ids[i], ids[i]);
        }
        engine.newMigrateProcessInstanceCommand(instance.getProcessInstanceKey())
                .migrationPlan(plan.build())
                .send()
                .join();
    }
}
