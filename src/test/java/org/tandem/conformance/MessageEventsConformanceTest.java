package org.tandem.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Row("events: messages")
class MessageEventsConformanceTest extends Conformance {

    private static final String EVENTS = "components/modeler/bpmn/message-events/";
    private static final String SUB = "components/modeler/bpmn/event-subprocesses/";

    @Test
    @Doc(EVENTS + "#intermediate-message-catch-events")
    void anIntermediateEventWaitsForItsMessage() {
        deploy(process()
                .startEvent()
                .intermediateCatchEvent(
                        "wait",
                        event -> event.message(
                                message -> message.name(id("paid")).zeebeCorrelationKeyExpression("order")))
                .endEvent()
                .done());
        var instance = run(Map.of("order", "o"));
        waits(instance, "wait");

        publish("paid", "o", Map.of("amount", 5));

        completed(instance);
        has(instance, "amount", 5);
    }

    @Test
    @Doc(EVENTS + "#message-boundary-events")
    void anInterruptingBoundaryEventEndsItsActivity() {
        deploy(process()
                .startEvent()
                .serviceTask("task")
                .zeebeJobType(id("work"))
                .boundaryEvent(
                        "stopped",
                        event -> event.message(
                                message -> message.name(id("stop")).zeebeCorrelationKeyExpression("order")))
                .endEvent("end-stopped")
                .moveToActivity("task")
                .endEvent()
                .done());
        var instance = run(Map.of("order", "o"));
        waits(instance, "task");

        publish("stop", "o", Map.of("why", "late"));

        completed(instance);
        stopped(instance, "task");
        passed(instance, "end-stopped");
        has(instance, "why", "late");
        noJob("work");
    }

    @Test
    @Doc(EVENTS + "#message-boundary-events")
    void aNonInterruptingBoundaryEventHearsEveryMessage() {
        deploy(process()
                .startEvent()
                .serviceTask("task")
                .zeebeJobType(id("work"))
                .boundaryEvent(
                        "heard",
                        event -> event.cancelActivity(false)
                                .message(message -> message.name(id("note")).zeebeCorrelationKeyExpression("order")))
                .serviceTask("note")
                .zeebeJobType(id("note"))
                .endEvent()
                .moveToActivity("task")
                .endEvent()
                .done());
        var instance = run(Map.of("order", "o"));
        waits(instance, "task");

        publish("note", "o", Map.of());
        complete("note");
        publish("note", "o", Map.of());
        complete("note");
        complete("work");

        completed(instance);
        assertThat(elements(instance, "heard")).hasSize(2);
    }

    @Test
    @Doc(EVENTS + "#messages")
    void theNameOfAMessageMayBeAnExpression() {
        deploy(process()
                .startEvent()
                .intermediateCatchEvent(
                        "wait",
                        event -> event.message(message -> message.nameExpression("\"" + id("") + "\" + which")
                                .zeebeCorrelationKeyExpression("order")))
                .endEvent()
                .done());
        var instance = run(Map.of("order", "o", "which", "red"));
        waits(instance, "wait");

        publish("red", "o", Map.of());

        completed(instance);
    }

    @Test
    @Doc(EVENTS + "#variable-mappings")
    void anEventMayMapWhatAMessageBrought() {
        deploy(process()
                .startEvent()
                .intermediateCatchEvent(
                        "wait",
                        event -> event.message(
                                        message -> message.name(id("paid")).zeebeCorrelationKeyExpression("order"))
                                .zeebeOutputExpression("payment.amount", "paid"))
                .endEvent()
                .done());
        var instance = run(Map.of("order", "o"));
        waits(instance, "wait");

        publish("paid", "o", Map.of("payment", Map.of("amount", 5), "more", 1));

        completed(instance);
        has(instance, "paid", 5);
        hasNo(instance, "payment");
        hasNo(instance, "more");
    }

    @Test
    @Doc(EVENTS + "#messages")
    void theKeyOfABoundaryEventIsSeenFromOutsideItsActivity() {
        deploy(process()
                .startEvent()
                .serviceTask("task")
                .zeebeJobType(id("work"))
                .zeebeInputExpression("\"local\"", "order")
                .boundaryEvent(
                        "stopped",
                        event -> event.message(
                                message -> message.name(id("stop")).zeebeCorrelationKeyExpression("order")))
                .endEvent("end-stopped")
                .moveToActivity("task")
                .endEvent()
                .done());
        var instance = run(Map.of("order", "outside"));
        waits(instance, "task");

        publish("stop", "outside", Map.of());

        completed(instance);
        passed(instance, "end-stopped");
    }

    @Test
    @Doc(SUB)
    void aNonInterruptingEventSubProcessStartsAsOftenAsItsMessageComes() {
        var process = process();
        process.eventSubProcess("handle")
                .startEvent("heard")
                .interrupting(false)
                .message(message -> message.name(id("note")).zeebeCorrelationKeyExpression("order"))
                .serviceTask("note")
                .zeebeJobType(id("note"))
                .endEvent();
        deploy(process.startEvent()
                .serviceTask("task")
                .zeebeJobType(id("work"))
                .endEvent()
                .done());
        var instance = run(Map.of("order", "o"));
        waits(instance, "task");

        publish("note", "o", Map.of("n", 1));
        publish("note", "o", Map.of("n", 2));
        complete("work");
        jobs("note", 2).forEach(job -> complete(job, Map.of()));

        completed(instance);
        passed(instance, "task");
        assertThat(elements(instance, "handle")).hasSize(2);
    }

    @Test
    @Doc(SUB)
    void anInterruptingEventSubProcessEndsWhatRunsInItsScopeAndStartsOnce() {
        var process = process();
        process.eventSubProcess("handle")
                .startEvent("heard")
                .interrupting(true)
                .message(message -> message.name(id("stop")).zeebeCorrelationKeyExpression("order"))
                .serviceTask("tidy")
                .zeebeJobType(id("tidy"))
                .endEvent();
        process.eventSubProcess("other")
                .startEvent("other-heard")
                .interrupting(false)
                .message(message -> message.name(id("note")).zeebeCorrelationKeyExpression("order"))
                .serviceTask("note")
                .zeebeJobType(id("note"))
                .endEvent();
        deploy(process.startEvent()
                .serviceTask("task")
                .zeebeJobType(id("work"))
                .endEvent()
                .done());
        var instance = run(Map.of("order", "o"));
        waits(instance, "task");
        publish("note", "o", Map.of());
        waits(instance, "note");

        publish("stop", "o", Map.of());
        publish("stop", "o", Map.of());
        publish("note", "o", Map.of());
        complete("tidy");

        completed(instance);
        stopped(instance, "task");
        stopped(instance, "other");
        assertThat(elements(instance, "handle")).hasSize(1);
        assertThat(elements(instance, "other")).hasSize(1);
    }

    @Test
    @Doc(SUB)
    void anEventSubProcessInsideASubProcessBelongsToIt() {
        deploy(process()
                .startEvent()
                .subProcess("sub", sub -> {
                    var inside = sub.embeddedSubProcess();
                    inside.eventSubProcess("handle")
                            .startEvent("heard")
                            .interrupting(true)
                            .message(message -> message.name(id("stop")).zeebeCorrelationKeyExpression("order"))
                            .endEvent("handled");
                    inside.startEvent()
                            .serviceTask("task")
                            .zeebeJobType(id("work"))
                            .endEvent();
                })
                .serviceTask("after")
                .zeebeJobType(id("after"))
                .endEvent()
                .done());
        var instance = run(Map.of("order", "o"));
        waits(instance, "task");

        publish("stop", "o", Map.of());
        complete("after");

        completed(instance);
        stopped(instance, "task");
        passed(instance, "sub");
        passed(instance, "handled");
    }

    @Test
    @Doc(EVENTS + "#message-correlation")
    void aMessageStartEventStartsAnInstanceForEachMessage() {
        deploy(process().startEvent("start").message(id("placed")).endEvent().done());

        publish("placed", "1", Map.of("order", 1));
        publish("placed", "2", Map.of("order", 2));

        var instances = instances("process", 2);
        completed(instances.get(0));
        completed(instances.get(1));
        has(instances.get(0), "order", 1);
        has(instances.get(1), "order", 2);
    }

    @Test
    @Doc(EVENTS + "#messages")
    void theNameOfTheMessageOfAStartEventMayBeAnExpressionToo() {
        deploy(process()
                .startEvent()
                .message(message -> message.nameExpression("\"" + id("") + "\" + \"placed\""))
                .endEvent()
                .done());

        publish("placed", "1", Map.of("order", 1));

        has(only("process"), "order", 1);
    }

    @Test
    @Doc(EVENTS + "#message-correlation")
    void aMessageFromBeforeTheDeploymentStartsNothing() {
        publish("placed", "1", Duration.ofHours(1), Map.of("early", true));
        deploy(process().startEvent("start").message(id("placed")).endEvent().done());

        publish("placed", "2", Map.of("early", false));

        has(only("process"), "early", false);
    }

    @Test
    @Doc(EVENTS + "#message-start-events")
    void aNewVersionClosesTheStartEventsOfTheOldOne() {
        deploy(process().startEvent().message(id("old")).endEvent().done());
        deploy(process().startEvent().message(id("new")).endEvent().done());

        publish("old", "1", Map.of("which", "old"));
        publish("new", "2", Map.of("which", "new"));

        has(only("process"), "which", "new");
    }

    @Test
    @Doc(EVENTS + "#message-start-events")
    void twoStartEventsForTheSameMessageAreRefused() {
        var process = process();
        process.startEvent("one").message(id("placed")).endEvent();
        refusal(process.startEvent("two").message(id("placed")).endEvent().done());
    }

    @Test
    @Doc(EVENTS + "#message-boundary-events")
    void twoBoundaryEventsForTheSameMessageAreRefused() {
        refusal(process()
                .startEvent()
                .serviceTask("task")
                .zeebeJobType(id("work"))
                .boundaryEvent(
                        "one",
                        event -> event.message(message -> message.name("m").zeebeCorrelationKeyExpression("k")))
                .endEvent()
                .moveToActivity("task")
                .boundaryEvent(
                        "two",
                        event -> event.message(message -> message.name("m").zeebeCorrelationKeyExpression("k")))
                .endEvent()
                .moveToActivity("task")
                .endEvent()
                .done());
    }

    @Test
    @Doc(EVENTS + "#messages")
    void aMessageThatIsWaitedForNeedsAKey() {
        refusal(process()
                .startEvent()
                .intermediateCatchEvent("wait", event -> event.message(id("paid")))
                .endEvent()
                .done());
    }
}
