package org.tandem.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

@Row("containers: sub-processes")
class ContainersConformanceTest extends Conformance {

    private static final String EMBEDDED = "components/modeler/bpmn/embedded-subprocesses/";
    private static final String EVENT = "components/modeler/bpmn/event-subprocesses/";

    @Test
    @Doc(EMBEDDED)
    void aSubProcessIsDoneWhenAllPathsInsideAre() {
        deploy(process()
                .startEvent()
                .subProcess("sub")
                .embeddedSubProcess()
                .startEvent()
                .parallelGateway("fork")
                .serviceTask("a")
                .zeebeJobType(id("a"))
                .endEvent()
                .moveToNode("fork")
                .serviceTask("b")
                .zeebeJobType(id("b"))
                .endEvent()
                .subProcessDone()
                .endEvent("end")
                .done());
        var instance = run();

        complete("a");
        passed(instance, "a");
        waits(instance, "sub");
        complete("b");

        completed(instance);
        passed(instance, "sub");
        passed(instance, "end");
    }

    @Test
    @Doc(EMBEDDED)
    void anInterruptingBoundaryEventEndsAllInside() {
        deploy(process()
                .startEvent()
                .subProcess("sub")
                .embeddedSubProcess()
                .startEvent()
                .serviceTask("task")
                .zeebeJobType(id("work"))
                .endEvent()
                .subProcessDone()
                .boundaryEvent("stop", event -> event.signal(id("stop")))
                .endEvent("end-stop")
                .moveToActivity("sub")
                .endEvent("end")
                .done());
        var instance = run();
        waits(instance, "task");

        broadcast("stop", Map.of());

        completed(instance);
        stopped(instance, "sub");
        stopped(instance, "task");
        passed(instance, "end-stop");
        noJob("work");
    }

    @Test
    @Doc(EMBEDDED)
    void aNonInterruptingBoundaryEventLeavesAllInsideAlone() {
        deploy(process()
                .startEvent()
                .subProcess("sub")
                .embeddedSubProcess()
                .startEvent()
                .serviceTask("task")
                .zeebeJobType(id("work"))
                .endEvent()
                .subProcessDone()
                .boundaryEvent("note", event -> event.cancelActivity(false).signal(id("note")))
                .endEvent("end-note")
                .moveToActivity("sub")
                .endEvent("end")
                .done());
        var instance = run();
        waits(instance, "task");

        broadcast("note", Map.of());
        passed(instance, "end-note");
        complete("work");

        completed(instance);
        passed(instance, "sub");
    }

    @Test
    @Doc(EMBEDDED + "#variable-mappings")
    void localVariablesOfASubProcessAreSeenInsideAndGoneAfterwards() {
        deploy(process()
                .startEvent()
                .subProcess("sub", sub -> sub.zeebeInputExpression("x + 1", "y"))
                .embeddedSubProcess()
                .startEvent()
                .serviceTask("task")
                .zeebeJobType(id("work"))
                .endEvent()
                .subProcessDone()
                .endEvent()
                .done());
        var instance = run(Map.of("x", 1));

        var job = job("work");
        assertThat(job.getVariablesAsMap()).isEqualTo(Map.of("x", 1, "y", 2));
        complete(job, Map.of("y", 3, "z", 4));

        completed(instance);
        has(instance, "z", 4);
        hasNo(instance, "y");
    }

    @Test
    @Doc(EMBEDDED + "#variable-mappings")
    void aSubProcessMayMapItsLocalVariablesOut() {
        deploy(process()
                .startEvent()
                .subProcess(
                        "sub", sub -> sub.zeebeInputExpression("x + 1", "y").zeebeOutputExpression("y * 2", "result"))
                .embeddedSubProcess()
                .startEvent()
                .manualTask()
                .endEvent()
                .subProcessDone()
                .endEvent()
                .done());
        var instance = run(Map.of("x", 1));

        completed(instance);
        has(instance, "result", 4);
        hasNo(instance, "y");
    }

    @Test
    @Doc(EVENT + "#variables")
    void anEventSubProcessSeesAndChangesTheVariablesOfItsScope() {
        deploy(process()
                .startEvent()
                .subProcess("sub", sub -> {
                    sub.zeebeInputExpression("\"before\"", "state").zeebeOutputExpression("state", "last");
                    var inside = sub.embeddedSubProcess();
                    inside.eventSubProcess("handle")
                            .startEvent("heard")
                            .interrupting(true)
                            .signal(id("go"))
                            .serviceTask("task")
                            .zeebeJobType(id("handle"))
                            .endEvent();
                    inside.startEvent()
                            .serviceTask("work")
                            .zeebeJobType(id("work"))
                            .endEvent();
                })
                .endEvent()
                .done());
        var instance = run();
        waits(instance, "work");

        broadcast("go", Map.of());
        var job = job("handle");
        assertThat(job.getVariablesAsMap()).containsEntry("state", "before");
        complete(job, Map.of("state", "after"));

        completed(instance);
        has(instance, "last", "after");
        hasNo(instance, "state");
    }

    @Test
    @Doc(EVENT + "#variables")
    void localVariablesOfAnEventSubProcessAreGoneUnlessMappedOut() {
        var process = process();
        process.eventSubProcess("handle")
                .zeebeInputExpression("\"inside\"", "here")
                .zeebeOutputExpression("here + \"!\"", "kept")
                .startEvent("heard")
                .interrupting(false)
                .signal(id("go"))
                .endEvent();
        deploy(process.startEvent()
                .serviceTask("task")
                .zeebeJobType(id("work"))
                .endEvent()
                .done());
        var instance = run();
        waits(instance, "task");

        broadcast("go", Map.of());
        passed(instance, "handle");
        complete("work");

        completed(instance);
        has(instance, "kept", "inside!");
        hasNo(instance, "here");
    }

    @Test
    @Doc(EVENT)
    void aScopeIsNotDoneBeforeItsEventSubProcessIs() {
        var process = process();
        process.eventSubProcess("handle")
                .startEvent("heard")
                .interrupting(false)
                .signal(id("go"))
                .serviceTask("tidy")
                .zeebeJobType(id("tidy"))
                .endEvent();
        deploy(process.startEvent()
                .serviceTask("task")
                .zeebeJobType(id("work"))
                .endEvent("end")
                .done());
        var instance = run();
        waits(instance, "task");

        broadcast("go", Map.of());
        waits(instance, "tidy");
        complete("work");
        passed(instance, "end");
        waits(instance, "tidy");
        complete("tidy");

        completed(instance);
    }

    @Test
    @Doc(EVENT)
    void anEventSubProcessHasExactlyOneStartEventWithATrigger() {
        var process = process();
        process.eventSubProcess("handle").startEvent("nothing").endEvent();

        refusal(process.startEvent().endEvent().done());
    }

    @Test
    @Doc(EMBEDDED)
    void theStartEventOfASubProcessHasNoTrigger() {
        refusal(process()
                .startEvent()
                .subProcess("sub")
                .embeddedSubProcess()
                .startEvent("heard")
                .signal(id("go"))
                .endEvent()
                .subProcessDone()
                .endEvent()
                .done());
    }
}
