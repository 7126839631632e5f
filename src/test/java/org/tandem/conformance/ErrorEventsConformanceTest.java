package org.tandem.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.search.enums.IncidentErrorType;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Row("events: errors")
class ErrorEventsConformanceTest extends Conformance {

    private static final String ERROR = "components/modeler/bpmn/error-events/";

    private void fail(String type, String code, Map<String, Object> variables) {
        client.newThrowErrorCommand(job(type))
                .errorCode(code)
                .errorMessage("it went wrong")
                .variables(variables)
                .send()
                .join();
    }

    private BpmnModelInstance atTask() {
        return process()
                .startEvent()
                .serviceTask("task")
                .zeebeJobType(id("work"))
                .boundaryEvent("invalid", event -> event.error("INVALID"))
                .endEvent("end-invalid")
                .moveToActivity("task")
                .boundaryEvent("any", event -> event.error())
                .endEvent("end-any")
                .moveToActivity("task")
                .endEvent("end")
                .done();
    }

    @Test
    @Doc(ERROR + "#catching-the-error")
    void anErrorOfAJobGoesToTheBoundaryEventOfItsCode() {
        deploy(atTask());
        var instance = run();

        fail("work", "INVALID", Map.of());

        completed(instance);
        stopped(instance, "task");
        passed(instance, "end-invalid");
        neverReached(instance, "any");
        noJob("work");
    }

    @Test
    @Doc(ERROR + "#defining-the-error")
    void anEventWithoutACodeCatchesEveryOtherError() {
        deploy(atTask());
        var instance = run();

        fail("work", "SOMETHING_ELSE", Map.of());

        completed(instance);
        passed(instance, "end-any");
        neverReached(instance, "invalid");
    }

    @Test
    @Doc(ERROR + "#catching-the-error")
    void anErrorGoesUpToTheFirstScopeThatCatchesIt() {
        deploy(process()
                .startEvent()
                .subProcess("outer")
                .embeddedSubProcess()
                .startEvent()
                .subProcess("inner")
                .embeddedSubProcess()
                .startEvent()
                .endEvent("throw", end -> end.error("E"))
                .subProcessDone()
                .endEvent("end-inner")
                .subProcessDone()
                .boundaryEvent("caught", event -> event.error("E"))
                .endEvent("end-caught")
                .moveToActivity("outer")
                .endEvent("end")
                .done());
        var instance = run();

        completed(instance);
        stopped(instance, "inner");
        stopped(instance, "outer");
        passed(instance, "end-caught");
        neverReached(instance, "end-inner");
    }

    @Test
    @Doc(ERROR + "#catching-the-error")
    void anErrorEventSubProcessCatchesWhatHappensInItsScope() {
        var process = process();
        process.eventSubProcess("handle").startEvent("caught").error("E").endEvent("handled");
        deploy(process.startEvent()
                .serviceTask("task")
                .zeebeJobType(id("work"))
                .endEvent("end")
                .done());
        var instance = run();

        fail("work", "E", Map.of());

        completed(instance);
        stopped(instance, "task");
        passed(instance, "handle");
        passed(instance, "handled");
        neverReached(instance, "end");
    }

    @Test
    @Doc(ERROR + "#catching-the-error")
    void anErrorOfACalledProcessIsCaughtByItsCaller() {
        deploy(
                process("child")
                        .startEvent()
                        .endEvent("throw", end -> end.error("E"))
                        .done(),
                process()
                        .startEvent()
                        .callActivity("call", call -> call.zeebeProcessId(id("child")))
                        .boundaryEvent("caught", event -> event.error("E"))
                        .endEvent("end-caught")
                        .moveToActivity("call")
                        .endEvent("end")
                        .done());
        var instance = run();

        completed(instance);
        passed(instance, "end-caught");
        stopped(instance, "call");
        terminated(only("child"));
    }

    @Test
    @Doc(ERROR + "#defining-the-error")
    void theCodeOfAThrownErrorMayBeAnExpression() {
        deploy(process()
                .startEvent()
                .subProcess("sub")
                .embeddedSubProcess()
                .startEvent()
                .endEvent("throw", end -> end.errorExpression("code"))
                .subProcessDone()
                .boundaryEvent("caught", event -> event.error("E7"))
                .endEvent("end-caught")
                .moveToActivity("sub")
                .endEvent("end")
                .done());
        var instance = run(Map.of("code", "E7"));

        completed(instance);
        passed(instance, "end-caught");
    }

    @Test
    @Doc(ERROR + "#variable-mappings")
    void variablesOfAnErrorMayBeMappedByTheEventThatCatchesIt() {
        deploy(process()
                .startEvent()
                .serviceTask("task")
                .zeebeJobType(id("work"))
                .boundaryEvent("caught", event -> event.error("E").zeebeOutputExpression("why", "reason"))
                .endEvent("end-caught")
                .moveToActivity("task")
                .endEvent()
                .done());
        var instance = run();

        fail("work", "E", Map.of("why", "too old", "more", 1));

        completed(instance);
        has(instance, "reason", "too old");
        hasNo(instance, "why");
        hasNo(instance, "more");
    }

    @Test
    @Doc("components/concepts/variables/#variable-propagation-by-bpmn-element")
    void withoutMappingsVariablesOfAnErrorGoToTheInstance() {
        deploy(atTask());
        var instance = run();

        fail("work", "INVALID", Map.of("why", "too old"));

        completed(instance);
        has(instance, "why", "too old");
    }

    @Test
    @Doc(ERROR + "#unhandled-errors")
    void anErrorThatNobodyCatchesIsAnIncidentAndResolvingItGivesTheJobBack() {
        deploy(process()
                .startEvent()
                .serviceTask("task")
                .zeebeJobType(id("work"))
                .endEvent()
                .done());
        var instance = run();

        fail("work", "E", Map.of());
        var incident = incident(instance, IncidentErrorType.UNHANDLED_ERROR_EVENT);
        assertThat(incident.getElementId()).isEqualTo("task");
        waits(instance, "task");
        noJob("work");
        resolve(incident);
        complete("work");

        completed(instance);
    }

    @Test
    @Doc(ERROR + "#unhandled-errors")
    void anErrorEndEventThatNobodyCatchesKeepsItsIncident() {
        deploy(process().startEvent().endEvent("throw", end -> end.error("E")).done());
        var instance = run();

        var incident = incident(instance, IncidentErrorType.UNHANDLED_ERROR_EVENT);
        assertThat(incident.getElementId()).isEqualTo("throw");
        resolve(incident);

        awaited(() -> assertThat(incidents(instance))
                .singleElement()
                .satisfies(again -> assertThat(again.getIncidentKey()).isNotEqualTo(incident.getIncidentKey())));
    }

    @Test
    @Doc(ERROR + "#catching-the-error")
    void twoEventsForTheSameCodeInOneScopeAreRefused() {
        refusal(process()
                .startEvent()
                .serviceTask("task")
                .zeebeJobType(id("work"))
                .boundaryEvent("one", event -> event.error("E"))
                .endEvent()
                .moveToActivity("task")
                .boundaryEvent("two", event -> event.error("E"))
                .endEvent()
                .moveToActivity("task")
                .endEvent()
                .done());
    }

    @Test
    @Doc(ERROR + "#catching-the-error")
    void twoEventsForEveryErrorInOneScopeAreRefused() {
        refusal(process()
                .startEvent()
                .serviceTask("task")
                .zeebeJobType(id("work"))
                .boundaryEvent("one", event -> event.error())
                .endEvent()
                .moveToActivity("task")
                .boundaryEvent("two", event -> event.error())
                .endEvent()
                .moveToActivity("task")
                .endEvent()
                .done());
    }

    @Test
    @Doc(ERROR + "#defining-the-error")
    void theCodeOfAnErrorThatIsCaughtIsNoExpression() {
        refusal(process()
                .startEvent()
                .serviceTask("task")
                .zeebeJobType(id("work"))
                .boundaryEvent("one", event -> event.error("=code"))
                .endEvent()
                .moveToActivity("task")
                .endEvent()
                .done());
    }

    @Test
    @Doc(ERROR + "#catching-the-error")
    void anErrorBoundaryEventHasToInterrupt() {
        refusal(process()
                .startEvent()
                .serviceTask("task")
                .zeebeJobType(id("work"))
                .boundaryEvent("one", event -> event.cancelActivity(false).error("E"))
                .endEvent()
                .done());
    }
}
