package org.tandem.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

@Row("events: signals")
class SignalEventsConformanceTest extends Conformance {

    private static final String SIGNAL = "components/modeler/bpmn/signal-events/";

    private void deployWaiting(String process) {
        deploy(process(process)
                .startEvent()
                .intermediateCatchEvent("wait", event -> event.signal(id("go")))
                .endEvent()
                .done());
    }

    @Test
    @Doc(SIGNAL + "#signal-intermediate-catch-events")
    void aSignalReachesEveryInstanceThatWaits() {
        deployWaiting("process");
        deployWaiting("other");
        var one = run();
        var two = run();
        var three = run("other", Map.of());
        waits(one, "wait");
        waits(two, "wait");
        waits(three, "wait");

        broadcast("go", Map.of("by", "me"));

        completed(one);
        completed(two);
        completed(three);
        has(two, "by", "me");
    }

    @Test
    @Doc("components/concepts/signals/")
    void aSignalIsNotKeptForThoseWhoComeLater() {
        deployWaiting("process");
        broadcast("go", Map.of("first", true));
        var instance = run();
        waits(instance, "wait");

        broadcast("go", Map.of());

        completed(instance);
        hasNo(instance, "first");
    }

    @Test
    @Doc(SIGNAL + "#signal-start-events")
    void aSignalStartsAnInstanceOfEveryProcessThatStartsWithIt() {
        deploy(process().startEvent().signal(id("go")).endEvent().done());
        deploy(process("other").startEvent().signal(id("go")).endEvent().done());

        broadcast("go", Map.of("by", "me"));

        completed(only("other"));
        var instance = only("process");
        completed(instance);
        has(instance, "by", "me");
    }

    @Test
    @Doc(SIGNAL + "#signal-start-events")
    void onlyTheLatestVersionStartsWithASignal() {
        deploy(process()
                .startEvent()
                .signal(id("go"))
                .manualTask("old")
                .endEvent()
                .done());
        deploy(process()
                .startEvent()
                .signal(id("go"))
                .manualTask("new")
                .endEvent()
                .done());

        broadcast("go", Map.of());

        var instance = only("process");
        completed(instance);
        passed(instance, "new");
    }

    @Test
    @Doc(SIGNAL + "#signal-throw-events")
    void aThrownSignalIsHeardByOthersWithTheLocalVariablesOfItsEvent() {
        deployWaiting("process");
        deploy(process("thrower")
                .startEvent()
                .intermediateThrowEvent("throw", event -> event.signal(id("go")))
                .zeebeInputExpression("order.id", "number")
                .endEvent()
                .done());
        var waiting = run();
        waits(waiting, "wait");

        var thrower = run("thrower", Map.of("order", Map.of("id", 12)));

        completed(thrower);
        completed(waiting);
        has(waiting, "number", 12);
        hasNo(waiting, "order");
    }

    @Test
    @Doc(SIGNAL + "#signal-throw-events")
    void aSignalEndEventThrowsToo() {
        deployWaiting("process");
        deploy(process("thrower")
                .startEvent()
                .endEvent("throw", event -> event.signal(id("go")))
                .done());
        var waiting = run();
        waits(waiting, "wait");

        run("thrower", Map.of());

        completed(waiting);
    }

    @Test
    @Doc(SIGNAL + "#signal-boundary-events")
    void aNonInterruptingBoundaryEventHearsEverySignal() {
        deploy(process()
                .startEvent()
                .serviceTask("task")
                .zeebeJobType(id("work"))
                .boundaryEvent("heard", event -> event.cancelActivity(false).signal(id("go")))
                .serviceTask("note")
                .zeebeJobType(id("note"))
                .endEvent()
                .moveToActivity("task")
                .endEvent()
                .done());
        var instance = run();
        waits(instance, "task");

        broadcast("go", Map.of());
        complete("note");
        broadcast("go", Map.of());
        complete("note");
        complete("work");

        completed(instance);
        assertThat(elements(instance, "heard")).hasSize(2);
    }

    @Test
    @Doc(SIGNAL + "#signal-boundary-events")
    void anInterruptingBoundaryEventEndsItsActivity() {
        deploy(process()
                .startEvent()
                .serviceTask("task")
                .zeebeJobType(id("work"))
                .boundaryEvent("heard", event -> event.signal(id("go")))
                .endEvent("end-heard")
                .moveToActivity("task")
                .endEvent()
                .done());
        var instance = run();
        waits(instance, "task");

        broadcast("go", Map.of());

        completed(instance);
        stopped(instance, "task");
        passed(instance, "end-heard");
    }

    @Test
    @Doc(SIGNAL)
    void anEventSubProcessStartsWithASignal() {
        var process = process();
        process.eventSubProcess("handle")
                .startEvent("heard")
                .interrupting(false)
                .signal(id("go"))
                .endEvent("handled");
        deploy(process.startEvent()
                .serviceTask("task")
                .zeebeJobType(id("work"))
                .endEvent()
                .done());
        var instance = run();
        waits(instance, "task");

        broadcast("go", Map.of());
        passed(instance, "handled");
        complete("work");

        completed(instance);
    }

    @Test
    @Doc(SIGNAL + "#signals")
    void theNameOfASignalMayBeAnExpression() {
        deploy(process()
                .startEvent()
                .intermediateCatchEvent(
                        "wait", event -> event.signal(signal -> signal.nameExpression("\"" + id("") + "\" + which")))
                .endEvent()
                .done());
        var instance = run(Map.of("which", "red"));
        waits(instance, "wait");

        broadcast("red", Map.of());

        completed(instance);
    }

    @Test
    @Doc(SIGNAL + "#signals")
    void theNameOfTheSignalOfAStartEventMayBeAnExpressionToo() {
        deploy(process()
                .startEvent()
                .signal(signal -> signal.nameExpression("\"" + id("") + "\" + \"red\""))
                .endEvent()
                .done());

        broadcast("red", Map.of("by", "me"));

        has(only("process"), "by", "me");
    }

    @Test
    @Doc(SIGNAL + "#variable-mappings")
    void anEventMayMapWhatASignalBrought() {
        deploy(process()
                .startEvent()
                .intermediateCatchEvent("wait", event -> event.signal(id("go")).zeebeOutputExpression("by", "sender"))
                .endEvent()
                .done());
        var instance = run();
        waits(instance, "wait");

        broadcast("go", Map.of("by", "me", "more", 1));

        completed(instance);
        has(instance, "sender", "me");
        hasNo(instance, "by");
        hasNo(instance, "more");
    }
}
