package org.tandem.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.enums.ElementInstanceType;
import io.camunda.client.api.search.enums.IncidentErrorType;
import io.camunda.client.api.search.response.ElementInstance;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.MultiInstanceLoopCharacteristicsBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

@Row("containers: multi-instance")
class MultiInstanceConformanceTest extends Conformance {

    private static final String MULTI = "components/modeler/bpmn/multi-instance/";

    private BpmnModelInstance task(Consumer<MultiInstanceLoopCharacteristicsBuilder> how) {
        return process()
                .startEvent()
                .serviceTask(
                        "task",
                        task -> task.zeebeJobType(id("work")).multiInstance(multi -> {
                            multi.zeebeInputCollectionExpression("items").zeebeInputElement("item");
                            how.accept(multi);
                        }))
                .endEvent("end")
                .done();
    }

    private static Object item(ActivatedJob job) {
        return job.getVariablesAsMap().get("item");
    }

    @Test
    @Doc(MULTI + "#sequential-vs-parallel")
    void aParallelOneStartsAllAtOnce() {
        deploy(task(multi -> multi.parallel()));
        var instance = run(Map.of("items", List.of("a", "b", "c")));

        var jobs = jobs("work", 3);
        assertThat(jobs).extracting(MultiInstanceConformanceTest::item).containsExactly("a", "b", "c");
        assertThat(jobs)
                .extracting(job -> job.getVariablesAsMap().get("loopCounter"))
                .containsExactly(1, 2, 3);
        jobs.forEach(job -> complete(job, Map.of()));

        completed(instance);
        passed(instance, "end");
    }

    @Test
    @Doc(MULTI + "#sequential-vs-parallel")
    void aSequentialOneStartsTheNextWhenTheLastIsDone() {
        deploy(task(multi -> multi.sequential()));
        var instance = run(Map.of("items", List.of("a", "b")));

        var first = job("work");
        assertThat(item(first)).isEqualTo("a");
        noJob("work");
        complete(first, Map.of());
        var second = job("work");
        assertThat(item(second)).isEqualTo("b");
        assertThat(second.getVariablesAsMap()).containsEntry("loopCounter", 2);
        complete(second, Map.of());

        completed(instance);
    }

    @Test
    @Doc(MULTI)
    void theBodyHoldsAllInstances() {
        deploy(task(multi -> {}));
        var instance = run(Map.of("items", List.of("a", "b")));

        jobs("work", 2);

        awaited(() -> assertThat(elements(instance, "task"))
                .extracting(ElementInstance::getType)
                .containsExactlyInAnyOrder(
                        ElementInstanceType.MULTI_INSTANCE_BODY,
                        ElementInstanceType.SERVICE_TASK,
                        ElementInstanceType.SERVICE_TASK));
    }

    @Test
    @Doc(MULTI + "#collecting-the-output")
    void theOutputIsInTheOrderOfTheInput() {
        deploy(task(multi -> multi.zeebeOutputCollection("results").zeebeOutputElementExpression("result")));
        var instance = run(Map.of("items", List.of(1, 2, 3)));

        var jobs = jobs("work", 3);
        complete(jobs.get(2), Map.of("result", "third"));
        complete(jobs.get(0), Map.of("result", "first"));
        complete(jobs.get(1), Map.of("result", "second"));

        completed(instance);
        has(instance, "results", List.of("first", "second", "third"));
        hasNo(instance, "result");
        hasNo(instance, "item");
        hasNo(instance, "loopCounter");
    }

    @Test
    @Doc(MULTI + "#collecting-the-output")
    void anOutputThatNobodySetIsNull() {
        deploy(task(multi -> multi.zeebeOutputCollection("results").zeebeOutputElementExpression("result")));
        var instance = run(Map.of("items", List.of(1, 2)));

        var jobs = jobs("work", 2);
        complete(jobs.get(0), Map.of("result", "first"));
        complete(jobs.get(1), Map.of());

        completed(instance);
        has(instance, "results", Arrays.asList("first", null));
    }

    @Test
    @Doc(MULTI + "#collecting-the-output")
    void theOutputMayBeAFieldOfWhatAWorkerBrought() {
        deploy(task(multi -> multi.zeebeOutputCollection("results").zeebeOutputElementExpression("result.text")));
        var instance = run(Map.of("items", List.of(1, 2)));

        var jobs = jobs("work", 2);
        complete(jobs.get(0), Map.of("result", Map.of("text", "first")));
        complete(jobs.get(1), Map.of("result", Map.of("text", "second")));

        completed(instance);
        has(instance, "results", List.of("first", "second"));
        hasNo(instance, "result");
    }

    @Test
    @Doc(MULTI + "#collecting-the-output")
    void theOutputMayBeAnExpression() {
        deploy(task(multi ->
                multi.sequential().zeebeOutputCollection("results").zeebeOutputElementExpression("item * factor")));
        var instance = run(Map.of("items", List.of(1, 2), "factor", 10));

        complete("work");
        complete("work");

        completed(instance);
        has(instance, "results", List.of(10, 20));
    }

    @Test
    @Doc(MULTI + "#collecting-the-output")
    void theOutputIsALocalVariableOfTheBodyUntilItIsDone() {
        deploy(task(multi -> multi.zeebeOutputCollection("results").zeebeOutputElementExpression("result")));
        var instance = run(Map.of("items", List.of(1, 2)));

        var jobs = jobs("work", 2);
        complete(jobs.get(1), Map.of("result", "second"));

        awaited(() -> {
            var body = elements(instance, "task").stream()
                    .filter(element -> element.getType() == ElementInstanceType.MULTI_INSTANCE_BODY)
                    .findFirst()
                    .orElseThrow();
            assertThat(variables(instance, body.getElementInstanceKey()))
                    .containsEntry("results", Arrays.asList(null, "second"));
        });
        hasNo(instance, "results");
    }

    @Test
    @Doc(MULTI + "#defining-the-collection-to-iterate-over")
    void anEmptyCollectionIsSkippedAndItsOutputIsEmpty() {
        deploy(task(multi -> multi.zeebeOutputCollection("results").zeebeOutputElementExpression("result")));
        var instance = run(Map.of("items", List.of()));

        completed(instance);
        passed(instance, "end");
        has(instance, "results", List.of());
    }

    @Test
    @Doc(MULTI + "#defining-the-collection-to-iterate-over")
    void somethingThatIsNoCollectionIsAnIncident() {
        deploy(task(multi -> {}));
        var instance = run(Map.of("items", "none"));

        var incident = incident(instance, IncidentErrorType.EXTRACT_VALUE_ERROR);
        set(instance, Map.of("items", List.of()));
        resolve(incident);

        completed(instance);
    }

    @Test
    @Doc(MULTI + "#completion-condition")
    void aCompletionConditionEndsThoseThatStillRun() {
        deploy(task(multi -> multi.completionCondition("=numberOfCompletedInstances / numberOfInstances >= 0.5")
                .zeebeOutputCollection("results")
                .zeebeOutputElementExpression("item")));
        var instance = run(Map.of("items", List.of(1, 2, 3, 4)));

        var jobs = jobs("work", 4);
        complete(jobs.get(0), Map.of());
        complete(jobs.get(1), Map.of());

        completed(instance);
        passed(instance, "end");
        has(instance, "results", Arrays.asList(1, 2, null, null));
        assertThat(elements(instance, "task"))
                .filteredOn(element ->
                        element.getState() == io.camunda.client.api.search.enums.ElementInstanceState.TERMINATED)
                .hasSize(2);
    }

    @Test
    @Doc(MULTI + "#completion-condition")
    void aCompletionConditionKnowsHowManyAreActive() {
        deploy(
                task(
                        multi -> multi.completionCondition(
                                "=numberOfActiveInstances = 1 and numberOfTerminatedInstances = 0 and numberOfCompletedInstances = 2")));
        var instance = run(Map.of("items", List.of(1, 2, 3)));

        var jobs = jobs("work", 3);
        complete(jobs.get(0), Map.of());
        complete(jobs.get(1), Map.of());

        completed(instance);
    }

    @Test
    @Doc(MULTI + "#completion-condition")
    void aCompletionConditionSeesWhatAnInstanceBrought() {
        deploy(task(multi -> multi.sequential().completionCondition("=found")));
        var instance = run(Map.of("items", List.of(1, 2, 3), "found", false));

        complete("work", Map.of("found", false));
        complete("work", Map.of("found", true));

        completed(instance);
        noJob("work");
    }

    @Test
    @Doc(MULTI + "#boundary-events")
    void anInterruptingBoundaryEventEndsAllAndBringsNoOutput() {
        deploy(process()
                .startEvent()
                .serviceTask(
                        "task",
                        task -> task.zeebeJobType(id("work"))
                                .multiInstance(multi -> multi.zeebeInputCollectionExpression("items")
                                        .zeebeOutputCollection("results")
                                        .zeebeOutputElementExpression("1")))
                .boundaryEvent("stop", event -> event.signal(id("stop")))
                .endEvent("end-stop")
                .moveToActivity("task")
                .endEvent("end")
                .done());
        var instance = run(Map.of("items", List.of(1, 2, 3)));
        complete(jobs("work", 3).getFirst(), Map.of());

        broadcast("stop", Map.of());

        completed(instance);
        passed(instance, "end-stop");
        hasNo(instance, "results");
    }

    @Test
    @Doc(MULTI + "#boundary-events")
    void aNonInterruptingBoundaryEventLeavesTheInstancesAlone() {
        deploy(process()
                .startEvent()
                .serviceTask(
                        "task",
                        task -> task.zeebeJobType(id("work"))
                                .multiInstance(multi -> multi.zeebeInputCollectionExpression("items")
                                        .zeebeInputElement("item")))
                .boundaryEvent("note", event -> event.cancelActivity(false).signal(id("note")))
                .serviceTask("note-it")
                .zeebeJobType(id("note"))
                .endEvent()
                .moveToActivity("task")
                .endEvent("end")
                .done());
        var instance = run(Map.of("items", List.of(1, 2)));
        var jobs = jobs("work", 2);

        broadcast("note", Map.of());
        var note = job("note");
        assertThat(note.getVariablesAsMap()).doesNotContainKeys("item", "loopCounter");
        complete(note, Map.of());
        jobs.forEach(job -> complete(job, Map.of()));

        completed(instance);
        assertThat(elements(instance, "note")).hasSize(1);
    }

    @Test
    @Doc(MULTI + "#variable-mappings")
    void mappingsAreAppliedToEachInstance() {
        deploy(process()
                .startEvent()
                .serviceTask(
                        "task",
                        task -> task.zeebeJobType(id("work"))
                                .zeebeInputExpression("item.name + string(loopCounter)", "label")
                                .zeebeOutputExpression("answer.text", "result")
                                .multiInstance(multi -> multi.zeebeInputCollectionExpression("items")
                                        .zeebeInputElement("item")
                                        .zeebeOutputCollection("results")
                                        .zeebeOutputElementExpression("result")))
                .endEvent()
                .done());
        var instance = run(Map.of("items", List.of(Map.of("name", "x"), Map.of("name", "y"))));

        jobs("work", 2)
                .forEach(job -> complete(
                        job,
                        Map.of(
                                "answer",
                                Map.of("text", "for " + job.getVariablesAsMap().get("label")))));

        completed(instance);
        has(instance, "results", List.of("for x1", "for y2"));
        hasNo(instance, "answer");
    }

    @Test
    @Doc(MULTI)
    void aSubProcessMayBeRepeated() {
        deploy(process()
                .startEvent()
                .subProcess(
                        "sub",
                        sub -> sub.multiInstance(multi -> multi.zeebeInputCollectionExpression("items")
                                .zeebeInputElement("item")
                                .zeebeOutputCollection("results")
                                .zeebeOutputElementExpression("double")))
                .embeddedSubProcess()
                .startEvent()
                .scriptTask("script", task -> task.zeebeExpression("item * 2").zeebeResultVariable("double"))
                .endEvent()
                .subProcessDone()
                .endEvent()
                .done());
        var instance = run(Map.of("items", List.of(1, 2, 3)));

        completed(instance);
        has(instance, "results", List.of(2, 4, 6));
    }

    @Test
    @Doc(MULTI + "#variable-mappings")
    void aCallActivityMayBeRepeated() {
        deploy(process("child")
                .startEvent()
                .scriptTask("script", task -> task.zeebeExpression("item * 2").zeebeResultVariable("x"))
                .endEvent()
                .done());
        deploy(process()
                .startEvent()
                .callActivity(
                        "call",
                        call -> call.zeebeProcessId(id("child"))
                                .zeebeOutputExpression("x", "output")
                                .multiInstance(multi -> multi.zeebeInputCollectionExpression("items")
                                        .zeebeInputElement("item")
                                        .zeebeOutputCollection("results")
                                        .zeebeOutputElementExpression("output")))
                .endEvent()
                .done());
        var instance = run(Map.of("items", List.of(1, 2, 3)));

        completed(instance);
        has(instance, "results", List.of(2, 4, 6));
    }

    @Test
    @Doc("components/modeler/bpmn/terminate-events/#inside-a-subprocess")
    void aTerminateEndEventEndsOnlyItsOwnRound() {
        deploy(process()
                .startEvent()
                .subProcess(
                        "sub",
                        sub -> sub.multiInstance(multi ->
                                multi.zeebeInputCollectionExpression("items").zeebeInputElement("item")))
                .embeddedSubProcess()
                .startEvent()
                .exclusiveGateway("which")
                .sequenceFlowId("stop")
                .conditionExpression("item = 1")
                .endEvent("terminate", end -> end.terminate())
                .moveToNode("which")
                .sequenceFlowId("go")
                .conditionExpression("item != 1")
                .serviceTask("task")
                .zeebeJobType(id("work"))
                .endEvent()
                .subProcessDone()
                .endEvent("end")
                .done());
        var instance = run(Map.of("items", List.of(1, 2)));

        passed(instance, "terminate");
        complete("work");

        completed(instance);
        passed(instance, "end");
    }
}
