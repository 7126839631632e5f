package org.tandem.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.UserTask;
import io.camunda.process.test.api.CamundaAssert;
import io.camunda.process.test.api.assertions.ProcessInstanceAssert;
import io.camunda.process.test.api.assertions.ProcessInstanceSelectors;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tandem.inquiry.Author;
import org.tandem.inquiry.GateDecision;
import org.tandem.inquiry.InquiryId;
import org.tandem.inquiry.State;
import org.tandem.quality.automation.Lead;

/** What is silent, released to a share or shut, and the task in which a person looks at what was shut. */
class AutomationTest extends Journey {

    private static final String TOPIC = "refund-status";
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Autowired
    ApplicationContext application;

    private Lead lead;

    @BeforeEach
    void theAiWouldAnswer() {
        lead = new Lead(application);
        theAssistantIsSure();
    }

    @AfterEach
    void everythingIsOpenAgain() {
        new Lead(application).forgets();
    }

    @Test
    void whatIsSilentGoesToAPersonWithTheDraft() {
        lead.makesSilent(TOPIC);

        var decision = goesToAPerson(aCustomerAsks());

        assertThat(decision.rule()).isEqualTo("withheld");
        assertThat(decision.reason()).startsWith("The AI would have answered; it is being compared with people");
        assertThat(decision.inputs()).contains("\"automation\":\"shadow\"", "\"guaranteeRestsOn\":\"examples\"");
    }

    @Test
    void aShareIsAnsweredAndTheRestGoesToPeople() {
        lead.releases(TOPIC, 0.5);
        Set<State> seen = new HashSet<>();
        for (int i = 0; i < 30 && seen.size() < 2; i++) {
            var id = aCustomerAsks();
            await().atMost(PATIENCE).until(() -> inquiries.get(id).state() != State.RECEIVED);
            seen.add(inquiries.get(id).state());
        }

        assertThat(seen).containsExactlyInAnyOrder(State.AI_ANSWERED, State.WITH_PERSON);
    }

    @Test
    void aTopicThatWasShutGoesToPeopleWithTheDraftUntilAPersonReopensIt() {
        lead.seesItShut(TOPIC);

        var decision = goesToAPerson(aCustomerAsks());
        assertThat(decision.reason()).contains("until a team lead has looked at them");

        var task = theTask();
        assertThat(task.getCandidateGroups()).containsExactly("team-leads");
        decides(task, Map.of("shutDecision", "OPEN"));
        assertThat(lead.mode(TOPIC)).isEqualTo("SHUT");

        var again = await().atMost(PATIENCE)
                .until(this::theTask, next -> next.getUserTaskKey().longValue() != task.getUserTaskKey());
        decides(
                again,
                Map.of("shutDecision", "OPEN", "decisionReason", "The answer was out of date, and is corrected."));
        theShutProcess().isCompleted().hasCompletedElements("Event_DecisionRecorded");
        assertThat(lead.mode(TOPIC)).isEqualTo("OPEN");

        becomes(aCustomerAsks(), State.AI_ANSWERED);
    }

    @Test
    void whatIsReopenedOnThePageNeedsNoTask() {
        lead.seesItShut(TOPIC);
        theTask();

        lead.opens(TOPIC);

        theShutProcess().isCompleted().hasCompletedElements("Event_ReopenedElsewhere");
    }

    @Test
    void aShutTopicThatNobodyLooksAtBecomesUrgent() {
        lead.seesItShut(TOPIC);
        var task = theTask();

        timePasses(Duration.ofDays(1).plusSeconds(1));

        theShutProcess().hasCompletedElements("Event_Raised").hasActiveElements("Task_LookAtShutTopic");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(theTask().getPriority()).isGreaterThan(task.getPriority()));
        decides(theTask(), Map.of("shutDecision", "LEAVE_SHUT", "decisionReason", "The answer is being rewritten."));
        theShutProcess().isCompleted();
    }

    private GateDecision goesToAPerson(InquiryId id) {
        theOpenTask();
        var file = becomes(id, State.WITH_PERSON);
        assertThat(messagesBy(Author.AI, id)).isEmpty();
        assertThat(file.attempts())
                .singleElement()
                .satisfies(attempt -> assertThat(attempt.draft()).isEqualTo(ANSWER));
        var decision = file.decisions().getLast();
        assertThat(decision.route()).isEqualTo("PERSON_WITH_DRAFT");
        return decision;
    }

    private void decides(UserTask task, Map<String, Object> filledIn) {
        engine.newAssignUserTaskCommand(task.getUserTaskKey())
                .assignee("lena")
                .send()
                .join();
        completes(task, filledIn);
    }

    private UserTask theTask() {
        return await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(ClientException.class)
                .until(
                        () -> engine.newUserTaskSearchRequest()
                                .filter(filter ->
                                        filter.elementId("Task_LookAtShutTopic").state(UserTaskState.CREATED))
                                .send()
                                .join()
                                .items(),
                        tasks -> tasks.size() == 1)
                .getFirst();
    }

    private ProcessInstanceAssert theShutProcess() {
        return CamundaAssert.assertThat(ProcessInstanceSelectors.byProcessId("automation-shut"));
    }
}
