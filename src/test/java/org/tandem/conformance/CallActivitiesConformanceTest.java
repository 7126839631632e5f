package org.tandem.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.search.enums.IncidentErrorType;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.CallActivityBuilder;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeBindingType;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

@Row("containers: call activities")
class CallActivitiesConformanceTest extends Conformance {

    private static final String CALL = "components/modeler/bpmn/call-activities/";

    private BpmnModelInstance caller(Consumer<CallActivityBuilder> how) {
        return process()
                .startEvent()
                .callActivity("call", call -> {
                    call.zeebeProcessId(id("child"));
                    how.accept(call);
                })
                .endEvent("end")
                .done();
    }

    private BpmnModelInstance child() {
        return process("child")
                .startEvent()
                .serviceTask("task")
                .zeebeJobType(id("work"))
                .endEvent()
                .done();
    }

    /** A version of the called process that one can tell from others. */
    private BpmnModelInstance child(String mark) {
        return process("child")
                .startEvent()
                .scriptTask(
                        "task", task -> task.zeebeExpression("\"" + mark + "\"").zeebeResultVariable("ran"))
                .endEvent()
                .done();
    }

    private BpmnModelInstance child(String mark, String versionTag) {
        return process("child")
                .versionTag(versionTag)
                .startEvent()
                .scriptTask(
                        "task", task -> task.zeebeExpression("\"" + mark + "\"").zeebeResultVariable("ran"))
                .endEvent()
                .done();
    }

    @Test
    @Doc(CALL)
    void aCallActivityWaitsForTheProcessItCalls() {
        deploy(child());
        deploy(caller(call -> {}));
        var instance = run();

        var job = job("work");
        assertThat(job.getProcessInstanceKey()).isNotEqualTo(instance);
        waits(instance, "call");
        complete(job, Map.of());

        completed(instance);
        passed(instance, "call");
        completed(job.getProcessInstanceKey());
    }

    @Test
    @Doc(CALL + "#defining-the-called-process")
    void theCalledProcessMayBeAnExpression() {
        deploy(child("called"));
        deploy(process()
                .startEvent()
                .callActivity("call", call -> call.zeebeProcessIdExpression("\"" + id("") + "\" + which"))
                .endEvent()
                .done());
        var instance = run(Map.of("which", "child"));

        completed(instance);
        has(instance, "ran", "called");
    }

    @Test
    @Doc(CALL + "#defining-the-called-process")
    void withoutABindingTheLatestVersionIsCalled() {
        deploy(child("old"), caller(call -> {}));
        deploy(child("new"));
        var instance = run();

        completed(instance);
        has(instance, "ran", "new");
    }

    @Test
    @Doc(CALL + "#defining-the-called-process")
    void bindingDeploymentCallsTheVersionThatCameWithTheCaller() {
        deploy(child("together"), caller(call -> call.zeebeBindingType(ZeebeBindingType.deployment)));
        deploy(child("later"));
        var instance = run();

        completed(instance);
        has(instance, "ran", "together");
    }

    @Test
    @Doc(CALL + "#defining-the-called-process")
    void bindingVersionTagCallsTheLatestVersionWithThatTag() {
        deploy(child("first stable", "stable"));
        deploy(child("second stable", "stable"));
        deploy(child("draft", "draft"));
        deploy(caller(call -> call.zeebeBindingType(ZeebeBindingType.versionTag).zeebeVersionTag("stable")));
        var instance = run();

        completed(instance);
        has(instance, "ran", "second stable");
    }

    @Test
    @Doc("components/concepts/resource-deletion/#call-activities")
    void aProcessThatIsNotThereIsAnIncident() {
        deploy(caller(call -> {}));
        var instance = run();

        var incident = incident(instance, IncidentErrorType.CALLED_ELEMENT_ERROR);
        assertThat(incident.getElementId()).isEqualTo("call");
        deploy(child("here now"));
        resolve(incident);

        completed(instance);
        has(instance, "ran", "here now");
    }

    @Test
    @Doc(CALL)
    void onlyANoneStartEventCanBeCalled() {
        deploy(process("child").startEvent().message(id("m")).endEvent().done());
        deploy(caller(call -> {}));

        incident(run(), IncidentErrorType.CALLED_ELEMENT_ERROR);
    }

    @Test
    @Doc(CALL + "#variable-mappings")
    void allVariablesGoDownAndComeBackUp() {
        deploy(child());
        deploy(caller(call -> call.zeebeInputExpression("a * 10", "b")));
        var instance = run(Map.of("a", 1));

        var job = job("work");
        assertThat(job.getVariablesAsMap()).isEqualTo(Map.of("a", 1, "b", 10));
        complete(job, Map.of("a", 2, "c", 3));

        completed(instance);
        has(instance, "a", 2);
        has(instance, "c", 3);
    }

    @Test
    @Doc(CALL + "#variable-mappings")
    void withoutPropagationOfParentVariablesOnlyLocalOnesGoDown() {
        deploy(child());
        deploy(caller(call -> call.zeebePropagateAllParentVariables(false).zeebeInputExpression("a * 10", "b")));
        run(Map.of("a", 1));

        assertThat(job("work").getVariablesAsMap()).isEqualTo(Map.of("b", 10));
    }

    @Test
    @Doc(CALL + "#variable-mappings")
    void withoutPropagationOfChildVariablesNothingComesUp() {
        deploy(child());
        deploy(caller(call -> call.zeebePropagateAllChildVariables(false)));
        var instance = run(Map.of("a", 1));

        complete("work", Map.of("a", 2, "c", 3));

        completed(instance);
        has(instance, "a", 1);
        hasNo(instance, "c");
    }

    @Test
    @Doc(CALL + "#variable-mappings")
    void withOutputMappingsOnlyTheseComeUp() {
        deploy(child());
        deploy(caller(call -> call.zeebePropagateAllChildVariables(true).zeebeOutputExpression("c", "result")));
        var instance = run(Map.of("a", 1));

        complete("work", Map.of("a", 2, "c", 3));

        completed(instance);
        has(instance, "result", 3);
        has(instance, "a", 1);
        hasNo(instance, "c");
    }

    @Test
    @Doc(CALL + "#boundary-events")
    void anInterruptingBoundaryEventEndsTheCalledProcessAndBringsNothingBack() {
        deploy(child());
        deploy(process()
                .startEvent()
                .callActivity("call", call -> call.zeebeProcessId(id("child")))
                .boundaryEvent("stop", event -> event.signal(id("stop")))
                .endEvent("end-stop")
                .moveToActivity("call")
                .endEvent("end")
                .done());
        var instance = run();
        var job = job("work");
        set(job.getProcessInstanceKey(), Map.of("inside", true));

        broadcast("stop", Map.of());

        completed(instance);
        stopped(instance, "call");
        passed(instance, "end-stop");
        terminated(job.getProcessInstanceKey());
        hasNo(instance, "inside");
    }
}
