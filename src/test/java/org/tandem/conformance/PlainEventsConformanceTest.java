package org.tandem.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Events that nothing has to come for: none, link, terminate, and messages that are thrown by a job. */
@Row("events: none, link, terminate, thrown messages")
class PlainEventsConformanceTest extends Conformance {

    private static final String NONE = "components/modeler/bpmn/none-events/";
    private static final String LINK = "components/modeler/bpmn/link-events/";
    private static final String TERMINATE = "components/modeler/bpmn/terminate-events/";
    private static final String MESSAGE = "components/modeler/bpmn/message-events/";

    @Test
    @Doc(NONE)
    void noneEventsArePassedThrough() {
        deploy(process()
                .startEvent("start")
                .intermediateThrowEvent("between")
                .endEvent("end")
                .done());
        var instance = run();

        completed(instance);
        passed(instance, "start");
        passed(instance, "between");
        passed(instance, "end");
    }

    @Test
    @Doc(NONE + "#none-end-events")
    void anInstanceEndsWhenAllItsPathsHaveEnded() {
        deploy(process()
                .startEvent()
                .parallelGateway("fork")
                .endEvent("early")
                .moveToNode("fork")
                .serviceTask("task")
                .zeebeJobType(id("work"))
                .endEvent("late")
                .done());
        var instance = run();

        passed(instance, "early");
        waits(instance, "task");
        complete("work");

        completed(instance);
    }

    @Test
    @Doc(NONE + "#none-end-events")
    void anElementWithoutAWayOutEndsItsPath() {
        deploy(process()
                .startEvent()
                .serviceTask("task")
                .zeebeJobType(id("work"))
                .done());
        var instance = run();

        complete("work");

        completed(instance);
    }

    @Test
    @Doc(NONE + "#variable-mappings")
    void aStartEventMayMapWhatItGot() {
        deploy(process()
                .startEvent("start")
                .zeebeOutputExpression("order.id", "number")
                .endEvent()
                .done());
        var instance = run(Map.of("order", Map.of("id", 4)));

        completed(instance);
        has(instance, "number", 4);
        has(instance, "order", Map.of("id", 4));
    }

    @Test
    @Doc(NONE + "#variable-mappings")
    void otherNoneEventsMayMapToo() {
        deploy(process()
                .startEvent()
                .intermediateThrowEvent("between")
                .zeebeOutputExpression("x + 1", "y")
                .endEvent("end")
                .zeebeOutputExpression("y * 10", "z")
                .done());
        var instance = run(Map.of("x", 1));

        completed(instance);
        has(instance, "y", 2);
        has(instance, "z", 20);
    }

    @Test
    @Doc(NONE + "#none-start-events")
    void twoNoneStartEventsAreRefused() {
        var process = process();
        process.startEvent("one").endEvent();
        refusal(process.startEvent("two").endEvent().done());
    }

    @Test
    @Doc(LINK)
    void aLinkGoesOnAtItsOtherEnd() {
        deploy(linked());
        var instance = run();

        complete("work");

        completed(instance);
        passed(instance, "out");
        passed(instance, "in");
    }

    private io.camunda.zeebe.model.bpmn.BpmnModelInstance linked() {
        var process = process();
        process.startEvent().intermediateThrowEvent("out", event -> event.link("A"));
        return process.linkCatchEvent("in")
                .link("A")
                .serviceTask("task")
                .zeebeJobType(id("work"))
                .endEvent()
                .done();
    }

    @Test
    @Doc(LINK)
    void aLinkNeedsItsOtherEnd() {
        var refusal = refusal(process()
                .startEvent()
                .intermediateThrowEvent("out", event -> event.link("A"))
                .done());

        assertThat(refusal).contains("A");
    }

    @Test
    @Doc(TERMINATE + "#on-the-process-scope")
    void aTerminateEndEventEndsEverythingAndCompletesTheInstance() {
        deploy(process()
                .startEvent()
                .parallelGateway("fork")
                .serviceTask("b")
                .zeebeJobType(id("b"))
                .endEvent()
                .moveToNode("fork")
                .serviceTask("c")
                .zeebeJobType(id("c"))
                .endEvent("stop", end -> end.terminate())
                .done());
        var instance = run();

        complete("c");

        completed(instance);
        stopped(instance, "b");
        passed(instance, "stop");
        noJob("b");
    }

    @Test
    @Doc(TERMINATE + "#inside-a-subprocess")
    void insideASubProcessOnlyThatIsEnded() {
        deploy(process()
                .startEvent()
                .subProcess("sub")
                .embeddedSubProcess()
                .startEvent()
                .parallelGateway("fork")
                .serviceTask("b")
                .zeebeJobType(id("b"))
                .endEvent()
                .moveToNode("fork")
                .serviceTask("c")
                .zeebeJobType(id("c"))
                .endEvent("stop", end -> end.terminate())
                .subProcessDone()
                .serviceTask("after")
                .zeebeJobType(id("after"))
                .endEvent()
                .done());
        var instance = run();

        complete("c");
        complete("after");

        completed(instance);
        passed(instance, "sub");
        stopped(instance, "b");
    }

    @Test
    @Doc(TERMINATE + "#on-the-process-scope")
    void aCalledProcessThatIsTerminatedLetsItsCallerGoOn() {
        deploy(
                process("child")
                        .startEvent()
                        .endEvent("stop", end -> end.terminate())
                        .done(),
                process()
                        .startEvent()
                        .callActivity("call", call -> call.zeebeProcessId(id("child")))
                        .endEvent("end")
                        .done());
        var instance = run();

        completed(instance);
        passed(instance, "end");
    }

    @Test
    @Doc(MESSAGE + "#message-throw-events")
    void aThrownMessageIsAJob() {
        deploy(process()
                .startEvent()
                .intermediateThrowEvent(
                        "tell",
                        event -> event.message(message -> message.name(id("told")))
                                .zeebeJobType(id("tell"))
                                .zeebeTaskHeader("to", "all"))
                .endEvent("end")
                .done());
        var instance = run();

        var job = job("tell");
        assertThat(job.getCustomHeaders()).containsEntry("to", "all");
        waits(instance, "tell");
        complete(job, Map.of("told", 1));

        completed(instance);
        passed(instance, "end");
        has(instance, "told", 1);
    }

    @Test
    @Doc(MESSAGE + "#message-throw-events")
    void aMessageEndEventIsAJob() {
        deploy(process()
                .startEvent()
                .endEvent(
                        "tell",
                        event -> event.message(message -> message.name(id("told")))
                                .zeebeJobType(id("tell")))
                .done());
        var instance = run();

        waits(instance, "tell");
        complete("tell");

        completed(instance);
    }
}
