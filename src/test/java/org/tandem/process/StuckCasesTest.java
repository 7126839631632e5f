package org.tandem.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;

import io.camunda.client.api.search.enums.IncidentState;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.response.Incident;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tandem.inquiry.Author;
import org.tandem.inquiry.HandOverReason;
import org.tandem.inquiry.InquiryId;
import org.tandem.inquiry.PeopleAtWork.Standing;
import org.tandem.inquiry.State;

/** The promise of a person holds wherever a step fails for good. */
class StuckCasesTest extends Journey {

    private static final Exception BROKEN = new IllegalStateException("broken");

    @Autowired
    StuckCases cases;

    @Autowired
    StuckCasesHealth health;

    @Autowired
    OpenTasks openTasks;

    @Test
    void anInquiryWhoseGateFailsGoesToAPersonByItself() throws Exception {
        deployedWithAUnique("confidence-gate");
        theAssistantIsSure();
        var id = aCustomerAsks();
        thereIsAnIncidentAt("Task_ApplyConfidenceGate");

        cases.look();

        aPersonHas(id, HandOverReason.STUCK);
        assertThat(messagesBy(Author.SYSTEM, id).getFirst().text()).startsWith("Something failed on our side");
    }

    @Test
    void aCustomerWhoAsksForAPersonInAStuckAiGetsOneAtOnce() {
        doThrow(BROKEN).when(inquiries).answerByAi(any(), any());
        theAssistantIsSure();
        var id = aCustomerAsks();
        thereIsAnIncidentAt("Task_SendAiAnswer");

        asCustomer(id).requestPerson();

        aPersonHas(id, HandOverReason.CUSTOMER_ASKED);
    }

    @Test
    void anAnswerThatCannotBeSentGoesToAPersonOnce() {
        doThrow(BROKEN).when(inquiries).answerByAi(any(), any());
        theAssistantIsSure();
        var id = aCustomerAsks();
        thereIsAnIncidentAt("Task_SendAiAnswer");

        cases.look();
        cases.look();

        aPersonHas(id, HandOverReason.STUCK);
        theProcesses(1);
        assertThat(inquiries.get(id).handOvers()).hasSize(1);
    }

    @Test
    void whoIsStuckAfterAPersonsAnswerGetsAPersonWhenTheyAskForOne() {
        doThrow(BROKEN).when(inquiries).recordAgent(any(), any(), any());
        theAssistantIsUnsure();
        var id = aCustomerAsks();
        anAgentAnswers(id, "anna");
        thereIsAnIncidentAt("Task_RecordAgent");

        cases.look();
        assertThat(inquiries.get(id).state()).isEqualTo(State.ANSWERED_BY_PERSON);
        assertThat(health.health().getStatus().getCode()).isEqualTo("STUCK");
        assertThat(health.health().getDetails().get("incidents"))
                .isEqualTo(List.of(inquiries.get(id).number() + ": Task_RecordAgent"));
        asCustomer(id).requestPerson();
        cases.look();

        aPersonHas(id, HandOverReason.STUCK);
        cases.look();
        assertThat(health.health().getStatus().getCode()).isEqualTo("UP");
    }

    @Test
    void whoIsStuckBeforeTheRatingGetsAPerson() {
        doThrow(BROKEN).when(inquiries).resolve(any(), any(), any());
        var id = aSolvedCase();
        thereIsAnIncidentAt("Task_AskForRating");

        asCustomer(id).requestPerson();
        cases.look();

        aPersonHas(id, HandOverReason.STUCK);
    }

    @Test
    void whoIsStuckBesideTheWaitGetsAPerson() {
        doThrow(BROKEN).when(inquiries).thankForRating(any());
        var id = aSolvedCase();
        theFeedbackProcess().hasActiveElements("Gateway_AwaitCustomer");
        asCustomer(id).rate(1, null);
        thereIsAnIncidentAt("Task_RecordFeedback");

        asCustomer(id).write("It is still not there.");
        cases.look();

        aPersonHas(id, HandOverReason.STUCK);
    }

    @Test
    void whoIsStuckAtTheEndGetsAPerson() {
        doThrow(BROKEN).when(inquiries).close(any(), any(), any());
        var id = aSolvedCase();
        theFeedbackProcess().hasActiveElements("Gateway_AwaitCustomer");
        timePasses(FEEDBACK_WINDOW);
        thereIsAnIncidentAt("Task_RecordOutcome");

        asCustomer(id).requestPerson();
        cases.look();

        aPersonHas(id, HandOverReason.STUCK);
    }

    @Test
    void aCaseThatIsStuckOnItsWayToAPersonStartsOverOnceAndIsThenLeftForAnOperator() throws Exception {
        deployedWithAUnique("route-to-person");
        theAssistantIsUnsure();
        var id = aCustomerAsks();
        thereIsAnIncidentAt("Task_RouteToPerson");
        assertThat(openTasks.standing(inquiries.get(id))).isEqualTo(Standing.ON_ITS_WAY);

        cases.look();
        theProcesses(1);
        var again = thereIsAnIncidentAt("Task_RouteToPerson");
        asCustomer(id).requestPerson();
        cases.look();
        cases.look();

        assertThat(thereIsAnIncidentAt("Task_RouteToPerson").getIncidentKey()).isEqualTo(again.getIncidentKey());
        assertThat(openTasks.standing(inquiries.get(id))).isEqualTo(Standing.ON_ITS_WAY);
        assertThat(health.health().getStatus().getCode()).isEqualTo("STUCK");
    }

    @Test
    void aPersonIsAtWorkOnceSomebodyHasTheTask() {
        theAssistantIsUnsure();
        var id = aCustomerAsks();
        var task = theOpenTask().getUserTaskKey();

        assertThat(openTasks.standing(inquiries.get(id))).isEqualTo(Standing.QUEUED);
        engine.newAssignUserTaskCommand(task).assignee("anna").send().join();
        await().untilAsserted(
                        () -> assertThat(openTasks.standing(inquiries.get(id))).isEqualTo(Standing.TAKEN));
        engine.newUnassignUserTaskCommand(task).send().join();
        await().untilAsserted(
                        () -> assertThat(openTasks.standing(inquiries.get(id))).isEqualTo(Standing.QUEUED));
    }

    private InquiryId aSolvedCase() {
        theAssistantIsSure();
        var id = aCustomerAsks();
        theAiAnswers(id);
        asCustomer(id).judge(true);
        return id;
    }

    private void aPersonHas(InquiryId id, HandOverReason reason) {
        await().untilAsserted(
                        () -> assertThat(openTasks.standing(inquiries.get(id))).isEqualTo(Standing.QUEUED));
        var file = becomes(id, State.WITH_PERSON);
        assertThat(file.handOvers().getLast().reason()).isEqualTo(reason);
        await().untilAsserted(() -> assertThat(incidents()).isEmpty());
    }

    private Incident thereIsAnIncidentAt(String element) {
        return await().until(
                        () -> incidents(),
                        found -> found.size() == 1
                                && found.getFirst().getElementId().equals(element))
                .getFirst();
    }

    private List<Incident> incidents() {
        return engine.newIncidentSearchRequest()
                .filter(filter -> filter.state(IncidentState.ACTIVE))
                .send()
                .join()
                .items();
    }

    private void theProcesses(int active) {
        await().untilAsserted(() -> assertThat(engine.newProcessInstanceSearchRequest()
                        .filter(filter ->
                                filter.processDefinitionId("resolve-inquiry").state(ProcessInstanceState.ACTIVE))
                        .send()
                        .join()
                        .items())
                .hasSize(active));
    }

    /** The models as they are, but for a decision that fails wherever two of its rules fit. */
    private void deployedWithAUnique(String decision) throws IOException {
        deployed((name, text) ->
                name.equals(decision + ".dmn") ? text.replace("hitPolicy=\"FIRST\"", "hitPolicy=\"UNIQUE\"") : text);
    }
}
