package org.tandem.conformance;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Row("events: escalations")
class EscalationEventsConformanceTest extends Conformance {

    private static final String ESCALATION = "components/modeler/bpmn/escalation-events/";

    private BpmnModelInstance escalating(boolean interrupting) {
        return process()
                .startEvent()
                .subProcess("sub")
                .embeddedSubProcess()
                .startEvent()
                .intermediateThrowEvent("throw", event -> event.escalation("LATE"))
                .serviceTask("task")
                .zeebeJobType(id("work"))
                .endEvent()
                .subProcessDone()
                .boundaryEvent(
                        "late", event -> event.cancelActivity(interrupting).escalation("LATE"))
                .endEvent("end-late")
                .moveToActivity("sub")
                .boundaryEvent(
                        "any", event -> event.cancelActivity(interrupting).escalation())
                .endEvent("end-any")
                .moveToActivity("sub")
                .endEvent("end")
                .done();
    }

    @Test
    @Doc(ESCALATION)
    void afterAnEscalationBothGoOn() {
        deploy(escalating(false));
        var instance = run();

        passed(instance, "end-late");
        complete("work");

        completed(instance);
        passed(instance, "throw");
        passed(instance, "end");
        neverReached(instance, "any");
    }

    @Test
    @Doc(ESCALATION + "#catching-the-escalation")
    void anInterruptingEventEndsTheScopeThatEscalated() {
        deploy(escalating(true));
        var instance = run();

        completed(instance);
        stopped(instance, "sub");
        passed(instance, "end-late");
        neverReached(instance, "task");
        neverReached(instance, "end");
    }

    @Test
    @Doc(ESCALATION + "#catching-the-escalation")
    void anEscalationThatNobodyCatchesChangesNothing() {
        deploy(process()
                .startEvent()
                .intermediateThrowEvent("throw", event -> event.escalation("LATE"))
                .endEvent("end", event -> event.escalation("LATER"))
                .done());
        var instance = run();

        completed(instance);
        passed(instance, "throw");
        passed(instance, "end");
        noIncident(instance);
    }

    @Test
    @Doc(ESCALATION + "#defining-an-escalation")
    void anEventWithoutACodeCatchesEveryEscalation() {
        deploy(process()
                .startEvent()
                .subProcess("sub")
                .embeddedSubProcess()
                .startEvent()
                .endEvent("throw", event -> event.escalation("ANY"))
                .subProcessDone()
                .boundaryEvent("caught", event -> event.cancelActivity(false).escalation())
                .endEvent("end-caught")
                .moveToActivity("sub")
                .endEvent("end")
                .done());
        var instance = run();

        completed(instance);
        passed(instance, "end-caught");
        passed(instance, "end");
    }

    @Test
    @Doc(ESCALATION + "#defining-an-escalation")
    void theCodeOfAThrownEscalationMayBeAnExpression() {
        deploy(process()
                .startEvent()
                .subProcess("sub")
                .embeddedSubProcess()
                .startEvent()
                .endEvent("throw", event -> event.escalationExpression("code"))
                .subProcessDone()
                .boundaryEvent("caught", event -> event.cancelActivity(false).escalation("X"))
                .endEvent("end-caught")
                .moveToActivity("sub")
                .endEvent()
                .done());
        var instance = run(Map.of("code", "X"));

        completed(instance);
        passed(instance, "end-caught");
    }

    @Test
    @Doc(ESCALATION + "#catching-the-escalation")
    void anEventSubProcessCatchesAnEscalationOfItsScope() {
        var process = process();
        process.eventSubProcess("handle")
                .startEvent("caught")
                .interrupting(false)
                .escalation("LATE")
                .endEvent("handled");
        deploy(process.startEvent()
                .intermediateThrowEvent("throw", event -> event.escalation("LATE"))
                .endEvent("end")
                .done());
        var instance = run();

        completed(instance);
        passed(instance, "handled");
        passed(instance, "end");
    }

    @Test
    @Doc(ESCALATION + "#catching-the-escalation")
    void onlyTheNearestEventCatchesAnEscalation() {
        var process = process();
        process.eventSubProcess("far")
                .startEvent("far-start")
                .interrupting(false)
                .escalation("LATE")
                .endEvent();
        deploy(process.startEvent()
                .subProcess("sub")
                .embeddedSubProcess()
                .startEvent()
                .endEvent("throw", event -> event.escalation("LATE"))
                .subProcessDone()
                .boundaryEvent("near", event -> event.cancelActivity(false).escalation("LATE"))
                .endEvent("end-near")
                .moveToActivity("sub")
                .endEvent()
                .done());
        var instance = run();

        completed(instance);
        passed(instance, "end-near");
        neverReached(instance, "far");
    }

    @Test
    @Doc(value = ESCALATION, silent = "from a called process it goes on to the caller, as an error does")
    void anEscalationOfACalledProcessReachesItsCaller() {
        deploy(
                process("child")
                        .startEvent()
                        .endEvent("throw", event -> event.escalation("LATE"))
                        .done(),
                process()
                        .startEvent()
                        .callActivity("call", call -> call.zeebeProcessId(id("child")))
                        .boundaryEvent(
                                "caught", event -> event.cancelActivity(false).escalation("LATE"))
                        .endEvent("end-caught")
                        .moveToActivity("call")
                        .endEvent("end")
                        .done());
        var instance = run();

        completed(instance);
        passed(instance, "end-caught");
        passed(instance, "end");
    }

    @Test
    @Doc(ESCALATION + "#defining-an-escalation")
    void theCodeOfAnEscalationThatIsCaughtIsNoExpression() {
        refusal(process()
                .startEvent()
                .subProcess("sub")
                .embeddedSubProcess()
                .startEvent()
                .endEvent()
                .subProcessDone()
                .boundaryEvent("one", event -> event.cancelActivity(false).escalation("=code"))
                .endEvent()
                .moveToActivity("sub")
                .endEvent()
                .done());
    }

    @Test
    @Doc(ESCALATION + "#catching-the-escalation")
    void twoEventsForTheSameCodeInOneScopeAreRefused() {
        refusal(process()
                .startEvent()
                .subProcess("sub")
                .embeddedSubProcess()
                .startEvent()
                .endEvent()
                .subProcessDone()
                .boundaryEvent("one", event -> event.cancelActivity(false).escalation("E"))
                .endEvent()
                .moveToActivity("sub")
                .boundaryEvent("two", event -> event.cancelActivity(false).escalation("E"))
                .endEvent()
                .moveToActivity("sub")
                .endEvent()
                .done());
    }
}
