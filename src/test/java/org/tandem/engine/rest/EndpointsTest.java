package org.tandem.engine.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.MigrationPlan;
import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.enums.ElementInstanceState;
import io.camunda.client.api.search.enums.ElementInstanceType;
import io.camunda.client.api.search.enums.IncidentErrorType;
import io.camunda.client.api.search.enums.IncidentState;
import io.camunda.client.api.search.enums.JobState;
import io.camunda.client.api.search.enums.MessageSubscriptionState;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every endpoint by the official client, once. */
class EndpointsTest {

    private static TestApi api;
    private static CamundaClient client;

    @BeforeAll
    static void begin() {
        api = new TestApi();
        client = api.client();
    }

    @AfterAll
    static void end() {
        api.close();
    }

    private static ActivatedJob activate(String type) {
        return client.newActivateJobsCommand()
                .jobType(type)
                .maxJobsToActivate(1)
                .timeout(Duration.ofMinutes(1))
                .workerName("worker")
                .send()
                .join()
                .getJobs()
                .getFirst();
    }

    private static void deployReview() {
        api.deploy(Bpmn.createExecutableProcess("review")
                .name("Review")
                .startEvent("started")
                .userTask(
                        "check",
                        task -> task.name("Check it")
                                .zeebeUserTask()
                                .zeebeCandidateGroups("=[\"general\", \"vip_desk\"]")
                                .zeebeTaskPriority("70")
                                .zeebeDueDate("2030-01-01T10:00:00+01:00[Europe/Berlin]")
                                .zeebeTaskHeader("colour", "blue")
                                .zeebeInput("=amount + 1", "more"))
                .endEvent("done")
                .done());
    }

    @Test
    void theTopologyIsAClusterOfOne() {
        var topology = client.newTopologyRequest().send().join();

        assertThat(topology.getClusterSize()).isEqualTo(1);
        assertThat(topology.getGatewayVersion()).startsWith("8.8");
        assertThat(topology.getBrokers().getFirst().getPartitions().getFirst().isLeader())
                .isTrue();
        assertThat(client.newStatusRequest().send().join().getStatus().name()).isEqualTo("UP");
        assertThat(api.send("GET", "/v2/authentication/me", "").body()).contains("\"username\":\"engine\"");
        assertThat(api.send("GET", "/v2/license", "").body()).contains("Apache-2.0");
        assertThat(api.send("GET", "/actuator/health", "").body()).contains("UP");
    }

    @Test
    void aJobIsDoneAndEverythingOfItIsFound() {
        api.deploy(TestApi.work("jobs", "jobs.work"));
        var instance = api.start("jobs", Map.of("amount", 7, "big", Map.of("a", List.of(1, 2.5, "x"))));

        var job = activate("jobs.work");
        assertThat(job.getProcessInstanceKey()).isEqualTo(instance);
        assertThat(job.getBpmnProcessId()).isEqualTo("jobs");
        assertThat(job.getElementId()).isEqualTo("work");
        assertThat(job.getCustomHeaders()).containsExactly(Map.entry("header", "value"));
        assertThat(job.getVariablesAsMap()).containsKeys("amount", "big");
        assertThat(job.getRetries()).isEqualTo(3);

        client.newUpdateJobCommand(job.getKey()).updateRetries(5).send().join();
        var found = client.newJobSearchRequest()
                .filter(filter -> filter.processInstanceKey(instance)
                        .state(JobState.CREATED)
                        .retries(5))
                .send()
                .join()
                .singleItem();
        assertThat(found.getWorker()).isEqualTo("worker");
        assertThat(found.getType()).isEqualTo("jobs.work");
        assertThat(found.getDeadline()).isNotNull();
        assertThat(found.getCustomerHeaders()).containsEntry("header", "value");

        client.newCompleteCommand(job.getKey())
                .variables(Map.of("worked", true))
                .send()
                .join();

        var ended = client.newProcessInstanceGetRequest(instance).send().join();
        assertThat(ended.getState()).isEqualTo(ProcessInstanceState.COMPLETED);
        assertThat(ended.getEndDate()).isNotNull();
        assertThat(client.newVariableSearchRequest()
                        .filter(filter -> filter.processInstanceKey(instance).name("worked"))
                        .send()
                        .join()
                        .singleItem()
                        .getValue())
                .isEqualTo("true");
        assertThat(client.newProcessInstanceSequenceFlowsRequest(instance)
                        .send()
                        .join())
                .hasSize(2);
        assertThat(client.newProcessInstanceElementStatisticsRequest(instance)
                        .send()
                        .join())
                .hasSize(3)
                .allSatisfy(element -> assertThat(element.getCompleted()).isEqualTo(1));
        assertThat(client.newProcessDefinitionElementStatisticsRequest(job.getProcessDefinitionKey())
                        .filter(filter -> filter.state(ProcessInstanceState.COMPLETED))
                        .send()
                        .join())
                .hasSize(3);
        assertThatThrownBy(() -> client.newCompleteCommand(job.getKey()).send().join())
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.code()).isEqualTo(404);
                    assertThat(problem.details().getTitle()).isEqualTo("NOT_FOUND");
                    assertThat(problem.details().getInstance().getPath()).endsWith("/completion");
                });
    }

    @Test
    void aFailedJobIsAnIncidentThatIsResolved() {
        api.deploy(TestApi.work("failing", "failing.work"));
        var instance = api.start("failing", Map.of());
        var job = activate("failing.work");

        client.newFailCommand(job.getKey())
                .retries(2)
                .retryBackoff(Duration.ofHours(1))
                .send()
                .join();
        assertThat(client.newJobSearchRequest()
                        .filter(filter -> filter.processInstanceKey(instance).hasFailedWithRetriesLeft(true))
                        .send()
                        .join()
                        .singleItem()
                        .getState())
                .isEqualTo(JobState.FAILED);
        client.newFailCommand(job.getKey())
                .retries(0)
                .errorMessage("It *broke*")
                .send()
                .join();

        var incident = client.newIncidentSearchRequest()
                .filter(filter -> filter.processInstanceKey(instance).state(IncidentState.ACTIVE))
                .send()
                .join()
                .singleItem();
        assertThat(incident.getErrorType()).isEqualTo(IncidentErrorType.JOB_NO_RETRIES);
        assertThat(incident.getErrorMessage()).isEqualTo("It *broke*");
        assertThat(incident.getElementId()).isEqualTo("work");
        assertThat(incident.getJobKey()).isEqualTo(job.getKey());
        assertThat(client.newProcessInstanceSearchRequest()
                        .filter(filter -> filter.hasIncident(true).errorMessage(text -> text.like("It \\*b*")))
                        .send()
                        .join()
                        .items())
                .extracting(found -> found.getProcessInstanceKey())
                .containsExactly(instance);
        assertThat(client.newIncidentGetRequest(incident.getIncidentKey())
                        .send()
                        .join()
                        .getElementId())
                .isEqualTo("work");
        assertThat(client.newIncidentsByProcessInstanceSearchRequest(instance)
                        .send()
                        .join()
                        .items())
                .hasSize(1);

        client.newUpdateRetriesCommand(job.getKey()).retries(1).send().join();
        client.newResolveIncidentCommand(incident.getIncidentKey()).send().join();

        assertThat(client.newIncidentGetRequest(incident.getIncidentKey())
                        .send()
                        .join()
                        .getState())
                .isEqualTo(IncidentState.RESOLVED);
        client.newThrowErrorCommand(activate("failing.work").getKey())
                .errorCode("NOBODY_CATCHES")
                .send()
                .join();
        assertThat(client.newElementInstanceSearchRequest()
                        .filter(filter -> filter.processInstanceKey(instance).hasIncident(true))
                        .send()
                        .join()
                        .singleItem()
                        .getElementId())
                .isEqualTo("work");
        client.newCancelInstanceCommand(instance).send().join();
    }

    @Test
    void aPersonDoesATask() {
        deployReview();
        var instance = api.start("review", Map.of("amount", 7, "more", 0));
        var task = client.newUserTaskSearchRequest()
                .filter(filter -> filter.processInstanceKey(instance)
                        .candidateGroup("vip_desk")
                        .state(UserTaskState.CREATED)
                        .priority(70)
                        .name("Check it")
                        .dueDate(date -> date.lt(OffsetDateTime.parse("2030-01-01T09:30:00Z")))
                        .processInstanceVariables(Map.of("amount", 7))
                        .localVariables(Map.of("more", 8)))
                .sort(sort -> sort.name().asc().priority().desc())
                .send()
                .join()
                .singleItem();
        var key = task.getUserTaskKey();
        assertThat(task.getName()).isEqualTo("Check it");
        assertThat(task.getProcessName()).isEqualTo("Review");
        assertThat(task.getDueDate()).isEqualTo(OffsetDateTime.parse("2030-01-01T10:00:00+01:00"));
        assertThat(task.getCandidateGroups()).containsExactly("general", "vip_desk");
        assertThat(task.getCustomHeaders()).containsEntry("colour", "blue");

        client.newUpdateUserTaskCommand(key)
                .priority(10)
                .followUpDate("2030-02-01T00:00:00Z")
                .send()
                .join();
        client.newAssignUserTaskCommand(key).assignee("ada").send().join();
        assertThatThrownBy(() -> client.newAssignUserTaskCommand(key)
                        .assignee("bob")
                        .allowOverride(false)
                        .send()
                        .join())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(409));
        var assigned = client.newUserTaskGetRequest(key).send().join();
        assertThat(assigned.getAssignee()).isEqualTo("ada");
        assertThat(assigned.getPriority()).isEqualTo(10);
        assertThat(assigned.getCandidateGroups()).hasSize(2);
        client.newUpdateUserTaskCommand(key)
                .clearDueDate()
                .clearCandidateGroups()
                .send()
                .join();
        client.newUnassignUserTaskCommand(key).send().join();
        var cleared = client.newUserTaskGetRequest(key).send().join();
        assertThat(cleared.getAssignee()).isNull();
        assertThat(cleared.getDueDate()).isNull();
        assertThat(cleared.getCandidateGroups()).isEmpty();

        assertThat(client.newUserTaskVariableSearchRequest(key)
                        .sort(sort -> sort.name().asc())
                        .send()
                        .join()
                        .items())
                .extracting(variable -> variable.getName() + "=" + variable.getValue())
                .containsExactly("amount=7", "more=8");
        assertThat(client.newUserTaskGetFormRequest(key).send().join().getFormId())
                .isNull();
        client.newCompleteUserTaskCommand(key)
                .variables(Map.of("good", true))
                .send()
                .join();
        assertThat(client.newUserTaskGetRequest(key).send().join().getState()).isEqualTo(UserTaskState.COMPLETED);
    }

    @Test
    void aTaskHasItsForm() {
        client.newDeployResourceCommand()
                .addResourceStringUtf8(
                        "{\"id\":\"the-form\",\"type\":\"default\",\"schemaVersion\":16,\"components\":[]}",
                        "the-form.form")
                .addProcessModel(
                        Bpmn.createExecutableProcess("formed")
                                .startEvent()
                                .userTask("fill", task -> task.zeebeUserTask().zeebeFormId("the-form"))
                                .endEvent()
                                .done(),
                        "formed.bpmn")
                .send()
                .join();
        var instance = api.start("formed", Map.of());
        var task = client.newUserTaskSearchRequest()
                .filter(filter -> filter.processInstanceKey(instance))
                .send()
                .join()
                .singleItem();

        var form =
                client.newUserTaskGetFormRequest(task.getUserTaskKey()).send().join();

        assertThat(form.getFormId()).isEqualTo("the-form");
        assertThat(form.getFormKey()).isEqualTo(task.getFormKey());
        assertThat(String.valueOf(form.getSchema())).contains("components");
        assertThat(client.newResourceGetRequest(form.getFormKey()).send().join().getResourceName())
                .isEqualTo("the-form.form");
        assertThat(client.newResourceContentGetRequest(form.getFormKey()).send().join())
                .contains("components");
    }

    @Test
    void aDecisionIsEvaluatedAndRemembered() {
        var deployed = client.newDeployResourceCommand()
                .addResourceFromClasspath("engine/engine-smoke-size.dmn")
                .send()
                .join();
        var decision = deployed.getDecisions().getFirst();

        var evaluated = client.newEvaluateDecisionCommand()
                .decisionId("engine-smoke-size")
                .variables(Map.of("amount", 20))
                .send()
                .join();

        assertThat(evaluated.getDecisionOutput()).isEqualTo("\"small\"");
        assertThat(evaluated.getEvaluatedDecisions().getFirst().getMatchedRules())
                .hasSize(1);
        var found = client.newDecisionInstanceSearchRequest()
                .filter(filter -> filter.decisionInstanceKey(evaluated.getDecisionInstanceKey()))
                .send()
                .join()
                .singleItem();
        var whole = client.newDecisionInstanceGetRequest(found.getDecisionInstanceId())
                .send()
                .join();
        assertThat(whole.getResult()).isEqualTo("\"small\"");
        assertThat(whole.getMatchedRules()).hasSize(1);
        assertThat(whole.getEvaluatedInputs()).hasSize(1);
        assertThat(client.newDecisionDefinitionGetRequest(decision.getDecisionKey())
                        .send()
                        .join()
                        .getVersion())
                .isEqualTo(1);
        assertThat(client.newDecisionDefinitionGetXmlRequest(decision.getDecisionKey())
                        .send()
                        .join())
                .contains("engine-smoke-size");
        assertThat(client.newDecisionRequirementsGetXmlRequest(decision.getDecisionRequirementsKey())
                        .send()
                        .join())
                .contains("engine-smoke-size");
        assertThat(client.newDecisionRequirementsGetRequest(decision.getDecisionRequirementsKey())
                        .send()
                        .join()
                        .getResourceName())
                .endsWith("engine-smoke-size.dmn");
        assertThat(client.newDecisionRequirementsSearchRequest().send().join().items())
                .hasSize(1);
        assertThat(client.newDecisionDefinitionSearchRequest()
                        .filter(filter -> filter.decisionDefinitionId("engine-smoke-size"))
                        .send()
                        .join()
                        .items())
                .hasSize(1);
    }

    @Test
    void messagesAndSignalsReachWhoWaits() {
        api.deploy(Bpmn.createExecutableProcess("waiting")
                .startEvent()
                .intermediateCatchEvent(
                        "hear",
                        event -> event.message(message -> message.name("heard").zeebeCorrelationKeyExpression("who")))
                .intermediateCatchEvent("see", event -> event.signal("seen"))
                .receiveTask(
                        "again",
                        task -> task.message(message -> message.name("again").zeebeCorrelationKeyExpression("who")))
                .endEvent()
                .done());
        var instance = api.start("waiting", Map.of("who", "ada"));
        assertThat(client.newMessageSubscriptionSearchRequest()
                        .filter(filter -> filter.processInstanceKey(instance)
                                .messageSubscriptionState(MessageSubscriptionState.CREATED))
                        .send()
                        .join()
                        .singleItem()
                        .getCorrelationKey())
                .isEqualTo("ada");

        client.newPublishMessageCommand()
                .messageName("heard")
                .correlationKey("ada")
                .timeToLive(Duration.ZERO)
                .send()
                .join();
        client.newBroadcastSignalCommand()
                .signalName("seen")
                .variables(Map.of("saw", 1))
                .send()
                .join();
        var correlated = client.newCorrelateMessageCommand()
                .messageName("again")
                .correlationKey("ada")
                .send()
                .join();

        assertThat(correlated.getProcessInstanceKey()).isEqualTo(instance);
        assertThat(client.newCorrelatedMessageSubscriptionSearchRequest()
                        .filter(filter -> filter.processInstanceKey(instance))
                        .sort(sort -> sort.correlationTime().desc())
                        .send()
                        .join()
                        .items())
                .extracting(one -> one.getMessageName())
                .containsExactlyInAnyOrder("heard", "again");
        assertThatThrownBy(() -> client.newCorrelateMessageCommand()
                        .messageName("again")
                        .correlationKey("ada")
                        .send()
                        .join())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(404));
    }

    @Test
    void aCallerHasTheIncidentsOfWhatItCalled() {
        api.deploy(TestApi.work("called", "called.work"));
        api.deploy(Bpmn.createExecutableProcess("caller")
                .startEvent()
                .callActivity("call", call -> call.zeebeProcessId("called"))
                .endEvent()
                .done());
        var caller = api.start("caller", Map.of());
        client.newFailCommand(activate("called.work").getKey())
                .retries(0)
                .send()
                .join();

        var found = client.newProcessInstanceSearchRequest()
                .filter(filter -> filter.hasIncident(true).processDefinitionId(id -> id.in("caller", "called")))
                .sort(sort -> sort.processInstanceKey().asc())
                .send()
                .join()
                .items();
        assertThat(found)
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.getHasIncident()).isTrue());
        var called = found.getLast();
        assertThat(called.getParentProcessInstanceKey()).isEqualTo(caller);
        assertThat(client.newIncidentsByProcessInstanceSearchRequest(caller)
                        .send()
                        .join()
                        .items())
                .hasSize(1);
        assertThat(client.newProcessInstanceGetCallHierarchyRequest(called.getProcessInstanceKey())
                        .send()
                        .join())
                .extracting(entry -> entry.getProcessInstanceKey())
                .containsExactly(caller, called.getProcessInstanceKey());
        client.newCancelInstanceCommand(caller).send().join();
        assertThat(client.newProcessInstanceGetRequest(called.getProcessInstanceKey())
                        .send()
                        .join()
                        .getState())
                .isEqualTo(ProcessInstanceState.TERMINATED);
    }

    @Test
    void elementsVariablesAndDefinitionsAreFound() {
        deployReview();
        var instance = client.newCreateInstanceCommand()
                .bpmnProcessId("review")
                .latestVersion()
                .variables(Map.of("amount", 1, "text", "a_b%c", "long", "x".repeat(9_000)))
                .tags("vip", "first")
                .send()
                .join()
                .getProcessInstanceKey();
        var element = client.newElementInstanceSearchRequest()
                .filter(filter -> filter.processInstanceKey(instance)
                        .elementName("Check it")
                        .type(ElementInstanceType.USER_TASK)
                        .state(ElementInstanceState.ACTIVE))
                .sort(sort -> sort.elementName().desc())
                .send()
                .join()
                .singleItem();
        assertThat(client.newElementInstanceGetRequest(element.getElementInstanceKey())
                        .send()
                        .join()
                        .getElementName())
                .isEqualTo("Check it");

        client.newSetVariablesCommand(element.getElementInstanceKey())
                .variables(Map.of("mine", List.of(1)))
                .local(true)
                .send()
                .join();
        assertThat(client.newVariableSearchRequest()
                        .filter(filter ->
                                filter.scopeKey(element.getElementInstanceKey()).value("[1]"))
                        .send()
                        .join()
                        .singleItem()
                        .getName())
                .isEqualTo("mine");
        assertThat(client.newVariableSearchRequest()
                        .filter(filter -> filter.processInstanceKey(instance).value(value -> value.like("*a_b%?\"")))
                        .send()
                        .join()
                        .singleItem()
                        .getName())
                .isEqualTo("text");
        var cut = client.newVariableSearchRequest()
                .filter(filter -> filter.processInstanceKey(instance).isTruncated(true))
                .send()
                .join()
                .singleItem();
        assertThat(cut.getValue()).hasSize(8191);
        assertThat(client.newVariableGetRequest(cut.getVariableKey())
                        .send()
                        .join()
                        .getValue())
                .hasSize(9_002);
        assertThat(api.post(
                                "/v2/variables/search?truncateValues=false",
                                "{\"filter\":{\"variableKey\":\"%d\"}}".formatted(cut.getVariableKey()))
                        .body())
                .hasSizeGreaterThan(9_000)
                .contains("\"isTruncated\":false");

        var found = client.newProcessInstanceSearchRequest()
                .filter(filter -> filter.processDefinitionName("Review")
                        .variables(Map.of("text", "\"a_b%c\"", "amount", 1))
                        .tags("vip")
                        .elementId("check")
                        .elementInstanceState(ElementInstanceState.ACTIVE)
                        .startDate(date -> date.gt(OffsetDateTime.now().minusMinutes(5))))
                .send()
                .join()
                .singleItem();
        assertThat(found.getProcessInstanceKey()).isEqualTo(instance);
        assertThat(found.getTags()).containsExactlyInAnyOrder("vip", "first");

        var definition = client.newProcessDefinitionSearchRequest()
                .filter(filter -> filter.processDefinitionId("review").isLatestVersion(true))
                .send()
                .join()
                .singleItem();
        assertThat(client.newProcessDefinitionGetRequest(definition.getProcessDefinitionKey())
                        .send()
                        .join()
                        .getName())
                .isEqualTo("Review");
        assertThat(client.newProcessDefinitionGetXmlRequest(definition.getProcessDefinitionKey())
                        .send()
                        .join())
                .contains("Check it");
        assertThat(client.newProcessDefinitionGetFormRequest(definition.getProcessDefinitionKey())
                        .send()
                        .join()
                        .getFormId())
                .isNull();
    }

    @Test
    void anInstanceIsAwaitedFromAnyElement() {
        api.deploy(TestApi.work("awaited", "awaited.work"));
        var answer = client.newCreateInstanceCommand()
                .bpmnProcessId("awaited")
                .latestVersion()
                .variables(Map.of("a", 1, "b", 2))
                .startBeforeElement("done")
                .withResult()
                .fetchVariables("b")
                .requestTimeout(Duration.ofSeconds(5))
                .send()
                .join();
        assertThat(answer.getVariablesAsMap()).containsExactly(Map.entry("b", 2));

        assertThatThrownBy(() -> client.newCreateInstanceCommand()
                        .bpmnProcessId("awaited")
                        .latestVersion()
                        .withResult()
                        .requestTimeout(Duration.ofMillis(200))
                        .send()
                        .join())
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void aDeletedDefinitionStartsNothing() {
        api.deploy(TestApi.work("deleted", "deleted.work"));
        var key = client.newProcessDefinitionSearchRequest()
                .filter(filter -> filter.processDefinitionId("deleted"))
                .send()
                .join()
                .singleItem()
                .getProcessDefinitionKey();

        client.newDeleteResourceCommand(key).send().join();

        assertThatThrownBy(() -> api.start("deleted", Map.of()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(404));
    }

    @Test
    void theClockIsMovedAndReset() {
        var before = api.engine().now();

        assertThat(api.post("/actuator/clock/add", "{\"offsetMilli\":3600000}").statusCode())
                .isEqualTo(200);
        assertThat(api.engine().now()).isGreaterThanOrEqualTo(before + 3_600_000);
        assertThat(api.post("/actuator/clock/pin", "{\"epochMilli\":1900000000000}")
                        .body())
                .contains("epochMilli");
        assertThat(api.engine().now()).isBetween(1_900_000_000_000L, 1_900_000_060_000L);
        assertThat(api.send("DELETE", "/actuator/clock", "").statusCode()).isEqualTo(200);
        assertThat(api.engine().now()).isLessThan(before + 3_600_000);
        client.newResetClockCommand().send().join();
    }

    @Test
    void whatOnlyAClusterDoesSaysSo() {
        assertThatThrownBy(() -> client.newModifyProcessInstanceCommand(1)
                        .activateElement("x")
                        .send()
                        .join())
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.code()).isEqualTo(501);
                    assertThat(problem.details().getDetail()).contains("Camunda 8 cluster");
                });
        assertThat(api.send("GET", "/v2/roles/x/users", "").statusCode()).isEqualTo(501);
        assertThat(api.send("GET", "/v2/batch-operations/7", "").statusCode()).isEqualTo(501);
    }

    @Test
    void movingManyInstancesAtOnceIsRefusedInWordsAndTheyGoOnAsTheyWere() {
        api.deploy(TestApi.work("moved", "moved.work"));
        var instance = api.start("moved", Map.of());
        var plan = MigrationPlan.newBuilder()
                .withTargetProcessDefinitionKey(1)
                .addMappingInstruction("work", "work")
                .build();

        assertThatThrownBy(() -> client.newCreateBatchOperationCommand()
                        .migrateProcessInstance()
                        .migrationPlan(plan)
                        .filter(filter -> filter.processInstanceKey(instance))
                        .send()
                        .join())
                .isInstanceOfSatisfying(ProblemException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(501);
                    assertThat(refusal.details().getDetail())
                            .isEqualTo("Migrating many process instances at once cannot be done by the embedded engine;"
                                    + " a Camunda 8 cluster can do it.");
                });
        assertThat(activate("moved.work").getProcessInstanceKey()).isEqualTo(instance);
    }
}
