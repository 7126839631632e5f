package org.tandem.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.search.enums.ElementInstanceState;
import io.camunda.client.api.search.enums.ElementInstanceType;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.response.ElementInstance;
import io.camunda.client.api.search.response.ProcessInstance;
import io.camunda.client.api.search.response.ProcessInstanceSequenceFlow;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Row("instances")
class InstancesConformanceTest extends Conformance {

    private static final String CREATION = "components/concepts/process-instance-creation/";
    private static final String API = "apis-tools/orchestration-cluster-api-rest/specifications/";

    private BpmnModelInstance twoTasks() {
        return process()
                .startEvent("start")
                .sequenceFlowId("to-first")
                .serviceTask("first")
                .zeebeJobType(id("first"))
                .sequenceFlowId("to-second")
                .serviceTask("second")
                .zeebeJobType(id("second"))
                .zeebeInputExpression("x + 1", "y")
                .sequenceFlowId("to-end")
                .endEvent("end")
                .done();
    }

    private ProcessInstance get(long key) {
        var found = new ProcessInstance[1];
        awaited(() -> found[0] = client.newProcessInstanceGetRequest(key).send().join());
        return found[0];
    }

    @Test
    @Doc(CREATION + "#create-and-execute-asynchronously")
    void anInstanceIsCreatedByIdVersionOrKey() {
        var first = deploy(process().startEvent().manualTask("a").endEvent().done())
                .getProcesses()
                .getFirst();
        deploy(process().startEvent().manualTask("b").endEvent().done());

        var latest = client.newCreateInstanceCommand()
                .bpmnProcessId(id("process"))
                .latestVersion()
                .send()
                .join();
        var byVersion = client.newCreateInstanceCommand()
                .bpmnProcessId(id("process"))
                .version(1)
                .send()
                .join();
        var byKey = client.newCreateInstanceCommand()
                .processDefinitionKey(first.getProcessDefinitionKey())
                .send()
                .join();

        assertThat(latest.getVersion()).isEqualTo(2);
        assertThat(byVersion.getVersion()).isEqualTo(1);
        assertThat(byKey.getProcessDefinitionKey()).isEqualTo(first.getProcessDefinitionKey());
        completed(latest.getProcessInstanceKey());
        completed(byVersion.getProcessInstanceKey());
        completed(byKey.getProcessInstanceKey());
    }

    @Test
    @Doc(API + "create-process-instance/")
    void aProcessThatIsNotThereCannotBeStarted() {
        problem(
                404,
                client.newCreateInstanceCommand().bpmnProcessId(id("nothing")).latestVersion());
        problem(404, client.newCreateInstanceCommand().processDefinitionKey(1));
    }

    @Test
    @Doc(value = CREATION + "#commands", silent = "the refusal of a process that only an event starts: 409 or 400")
    void aProcessWithoutANoneStartEventIsStartedByNoCommand() {
        deploy(process().startEvent().message(id("m")).endEvent().done());

        var refused = org.assertj.core.api.Assertions.catchThrowableOfType(
                io.camunda.client.api.command.ProblemException.class, this::run);

        assertThat(refused.code()).isIn(400, 409);
    }

    @Test
    @Doc(CREATION + "#create-and-starting-at-a-user-defined-element")
    void anInstanceMayBeginBeforeAnElement() {
        deploy(twoTasks());
        var instance = client.newCreateInstanceCommand()
                .bpmnProcessId(id("process"))
                .latestVersion()
                .variables(Map.of("x", 1))
                .startBeforeElement("second")
                .send()
                .join()
                .getProcessInstanceKey();

        var job = job("second");
        assertThat(job.getVariablesAsMap()).containsEntry("y", 2);
        complete(job, Map.of());

        completed(instance);
        neverReached(instance, "start");
        neverReached(instance, "first");
    }

    @Test
    @Doc(CREATION + "#create-and-starting-at-a-user-defined-element")
    void anInstanceMayBeginBeforeSeveralElementsEvenTheSame() {
        deploy(twoTasks());
        var instance = client.newCreateInstanceCommand()
                .bpmnProcessId(id("process"))
                .latestVersion()
                .variables(Map.of("x", 1))
                .startBeforeElement("first")
                .startBeforeElement("second")
                .startBeforeElement("second")
                .send()
                .join()
                .getProcessInstanceKey();

        jobs("second", 2).forEach(job -> complete(job, Map.of()));
        complete("first");
        complete("second");

        completed(instance);
    }

    @Test
    @Doc(value = CREATION + "#create-and-starting-at-a-user-defined-element", silent = "an unknown element: not valid")
    void anInstanceCannotBeginBeforeWhatIsNotThere() {
        deploy(twoTasks());

        problem(
                400,
                client.newCreateInstanceCommand()
                        .bpmnProcessId(id("process"))
                        .latestVersion()
                        .startBeforeElement("nothing"));
    }

    @Test
    @Doc(CREATION + "#create-and-await-results")
    void withResultTheAnswerComesWithTheVariablesWhenTheInstanceIsDone() {
        deploy(process()
                .startEvent()
                .scriptTask("sum", task -> task.zeebeExpression("a + b").zeebeResultVariable("sum"))
                .endEvent()
                .done());

        var result = client.newCreateInstanceCommand()
                .bpmnProcessId(id("process"))
                .latestVersion()
                .variables(Map.of("a", 1, "b", 2))
                .withResult()
                .requestTimeout(EngineUnderTest.CHOSEN.patience())
                .send()
                .join();

        assertThat(result.getVariablesAsMap()).isEqualTo(Map.of("a", 1, "b", 2, "sum", 3));
        completed(result.getProcessInstanceKey());
    }

    @Test
    @Doc(API + "create-process-instance/")
    void withResultOneMayAskForSomeVariables() {
        deploy(process().startEvent().manualTask().endEvent().done());

        var result = client.newCreateInstanceCommand()
                .bpmnProcessId(id("process"))
                .latestVersion()
                .variables(Map.of("a", 1, "b", 2))
                .withResult()
                .fetchVariables("b")
                .requestTimeout(EngineUnderTest.CHOSEN.patience())
                .send()
                .join();

        assertThat(result.getVariablesAsMap()).isEqualTo(Map.of("b", 2));
    }

    @Test
    @Doc(API + "cancel-process-instance/")
    void aCancelledInstanceEndsWithAllThatRunsInIt() {
        deploy(process("child")
                .startEvent()
                .serviceTask("task")
                .zeebeJobType(id("work"))
                .endEvent()
                .done());
        deploy(process()
                .startEvent()
                .subProcess("sub")
                .embeddedSubProcess()
                .startEvent()
                .callActivity("call", call -> call.zeebeProcessId(id("child")))
                .endEvent()
                .subProcessDone()
                .endEvent()
                .done());
        var instance = run();
        var job = job("work");

        client.newCancelInstanceCommand(instance).send().join();

        terminated(instance);
        terminated(job.getProcessInstanceKey());
        stopped(instance, "sub");
        stopped(instance, "call");
        problem(404, client.newCompleteCommand(job));
    }

    @Test
    @Doc(value = API + "cancel-process-instance/", silent = "a called instance: only its caller can be cancelled")
    void aCalledInstanceIsCancelledOnlyWithItsCaller() {
        deploy(process("child")
                .startEvent()
                .serviceTask("task")
                .zeebeJobType(id("work"))
                .endEvent()
                .done());
        deploy(process()
                .startEvent()
                .callActivity("call", call -> call.zeebeProcessId(id("child")))
                .endEvent()
                .done());
        run();

        problem(409, client.newCancelInstanceCommand(job("work").getProcessInstanceKey()));
    }

    @Test
    @Doc(API + "cancel-process-instance/")
    void anInstanceThatIsOverCannotBeCancelled() {
        deploy(process().startEvent().endEvent().done());
        var instance = run();
        completed(instance);

        problem(404, client.newCancelInstanceCommand(instance));
    }

    @Test
    @Doc(API + "get-process-instance/")
    void anInstanceTellsWhatItIs() {
        var process = deploy(process().name("A name").startEvent().endEvent().done())
                .getProcesses()
                .getFirst();
        var instance = run();
        completed(instance);

        var found = get(instance);

        assertThat(found.getProcessDefinitionId()).isEqualTo(id("process"));
        assertThat(found.getProcessDefinitionName()).isEqualTo("A name");
        assertThat(found.getProcessDefinitionKey()).isEqualTo(process.getProcessDefinitionKey());
        assertThat(found.getProcessDefinitionVersion()).isEqualTo(1);
        assertThat(found.getStartDate()).isNotNull();
        assertThat(found.getEndDate()).isAfterOrEqualTo(found.getStartDate());
        assertThat(found.getHasIncident()).isFalse();
        assertThat(found.getParentProcessInstanceKey()).isNull();
    }

    @Test
    @Doc(API + "get-process-instance/")
    void aCalledInstanceKnowsItsCaller() {
        deploy(process("child").startEvent().endEvent().done());
        deploy(process()
                .startEvent()
                .callActivity("call", call -> call.zeebeProcessId(id("child")))
                .endEvent()
                .done());
        var instance = run();
        completed(instance);

        var child = get(only("child"));

        assertThat(child.getParentProcessInstanceKey()).isEqualTo(instance);
        assertThat(child.getParentElementInstanceKey())
                .isEqualTo(
                        only(instance, "call", ElementInstanceState.COMPLETED).getElementInstanceKey());
    }

    /** The value of a variable that is searched for is JSON: a text has its quotation marks. */
    @Test
    @Doc(API + "search-process-instances/")
    void instancesAreFoundByStateAndVariable() {
        deploy(twoTasks());
        run(Map.of("mark", "a"));
        var wanted = run(Map.of("mark", "b"));

        awaited(() -> assertThat(client.newProcessInstanceSearchRequest()
                        .filter(filter -> filter.processDefinitionId(id("process"))
                                .state(ProcessInstanceState.ACTIVE)
                                .variables(Map.of("mark", "\"b\"")))
                        .send()
                        .join()
                        .items())
                .extracting(ProcessInstance::getProcessInstanceKey)
                .containsExactly(wanted));
    }

    @Test
    @Doc(API + "search-element-instances/")
    void elementsAreFoundWithTypeAndState() {
        deploy(twoTasks());
        var instance = run();
        complete("first");
        waits(instance, "second");

        awaited(() -> assertThat(client.newElementInstanceSearchRequest()
                        .filter(filter -> filter.processInstanceKey(instance))
                        .sort(sort -> sort.elementInstanceKey().asc())
                        .send()
                        .join()
                        .items())
                .filteredOn(element -> element.getType() != ElementInstanceType.PROCESS)
                .extracting(ElementInstance::getElementId, ElementInstance::getType, ElementInstance::getState)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(
                                "start", ElementInstanceType.START_EVENT, ElementInstanceState.COMPLETED),
                        org.assertj.core.api.Assertions.tuple(
                                "first", ElementInstanceType.SERVICE_TASK, ElementInstanceState.COMPLETED),
                        org.assertj.core.api.Assertions.tuple(
                                "second", ElementInstanceType.SERVICE_TASK, ElementInstanceState.ACTIVE)));
    }

    @Test
    @Doc(API + "get-process-instance-sequence-flows/")
    void theFlowsThatWereTakenAreTold() {
        deploy(twoTasks());
        var instance = run();
        complete("first");
        waits(instance, "second");

        awaited(() -> assertThat(client.newProcessInstanceSequenceFlowsRequest(instance)
                        .send()
                        .join())
                .extracting(ProcessInstanceSequenceFlow::getElementId)
                .containsExactlyInAnyOrder("to-first", "to-second"));
    }

    @Test
    @Doc(CREATION + "#tags")
    void tagsOfAnInstanceReachItsJobs() {
        deploy(twoTasks());
        var created = client.newCreateInstanceCommand()
                .bpmnProcessId(id("process"))
                .latestVersion()
                .tags("priority:high", "team:sales")
                .send()
                .join();

        assertThat(job("first").getTags()).containsExactlyInAnyOrder("priority:high", "team:sales");
        assertThat(get(created.getProcessInstanceKey()).getTags())
                .containsExactlyInAnyOrder("priority:high", "team:sales");
    }
}
