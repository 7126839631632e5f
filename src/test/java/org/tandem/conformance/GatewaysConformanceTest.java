package org.tandem.conformance;

import io.camunda.client.api.search.enums.IncidentErrorType;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Row("gateways")
class GatewaysConformanceTest extends Conformance {

    private static final String EXCLUSIVE = "components/modeler/bpmn/exclusive-gateways/";
    private static final String PARALLEL = "components/modeler/bpmn/parallel-gateways/";
    private static final String INCLUSIVE = "components/modeler/bpmn/inclusive-gateways/";
    private static final String EVENT = "components/modeler/bpmn/event-based-gateways/";

    private BpmnModelInstance exclusive() {
        return process()
                .startEvent()
                .exclusiveGateway("which")
                .sequenceFlowId("many")
                .conditionExpression("n > 10")
                .endEvent("end-many")
                .moveToNode("which")
                .sequenceFlowId("some")
                .conditionExpression("n > 5")
                .endEvent("end-some")
                .done();
    }

    private BpmnModelInstance exclusiveWithDefault() {
        return process()
                .startEvent()
                .exclusiveGateway("which")
                .defaultFlow()
                .endEvent("end-else")
                .moveToNode("which")
                .sequenceFlowId("many")
                .conditionExpression("n > 10")
                .endEvent("end-many")
                .done();
    }

    @Test
    @Doc(EXCLUSIVE)
    void anExclusiveGatewayTakesTheFirstFlowWhoseConditionHolds() {
        deploy(exclusive());
        var instance = run(Map.of("n", 11));

        completed(instance);
        passed(instance, "end-many");
        neverReached(instance, "end-some");
    }

    @Test
    @Doc(EXCLUSIVE)
    void withoutAConditionThatHoldsTheDefaultFlowIsTaken() {
        deploy(exclusiveWithDefault());
        var instance = run(Map.of("n", 1));

        completed(instance);
        passed(instance, "end-else");
        neverReached(instance, "end-many");
    }

    @Test
    @Doc(EXCLUSIVE)
    void theDefaultFlowIsTakenOnlyWhenNoConditionHolds() {
        deploy(exclusiveWithDefault());
        var instance = run(Map.of("n", 11));

        completed(instance);
        passed(instance, "end-many");
        neverReached(instance, "end-else");
    }

    @Test
    @Doc(EXCLUSIVE)
    void anExclusiveGatewayWithoutAFlowToTakeHasAnIncident() {
        deploy(exclusive());
        var instance = run(Map.of("n", 1));

        var incident = incident(instance, IncidentErrorType.CONDITION_ERROR);
        waits(instance, "which");
        set(instance, Map.of("n", 6));
        resolve(incident);

        completed(instance);
        passed(instance, "end-some");
    }

    @Test
    @Doc(EXCLUSIVE + "#conditions")
    void aConditionThatIsNeitherTrueNorFalseIsAnIncident() {
        deploy(exclusive());
        var instance = run(Map.of("n", "a text"));

        incident(instance, IncidentErrorType.EXTRACT_VALUE_ERROR);
    }

    @Test
    @Doc(EXCLUSIVE)
    void anExclusiveGatewayPassesEveryTokenOnAndJoinsNone() {
        deploy(process()
                .startEvent()
                .parallelGateway("fork")
                .exclusiveGateway("merge")
                .serviceTask("task")
                .zeebeJobType(id("work"))
                .endEvent()
                .moveToNode("fork")
                .connectTo("merge")
                .done());
        var instance = run();

        jobs("work", 2).forEach(job -> complete(job, Map.of()));

        completed(instance);
    }

    @Test
    @Doc(PARALLEL)
    void aParallelGatewayTakesAllFlowsAndWaitsForAll() {
        deploy(process()
                .startEvent()
                .parallelGateway("fork")
                .serviceTask("a")
                .zeebeJobType(id("a"))
                .parallelGateway("join")
                .serviceTask("after")
                .zeebeJobType(id("after"))
                .endEvent()
                .moveToNode("fork")
                .serviceTask("b")
                .zeebeJobType(id("b"))
                .connectTo("join")
                .done());
        var instance = run();

        var b = job("b");
        complete("a");
        passed(instance, "a");
        noJob("after");
        complete(b, Map.of());
        complete("after");

        completed(instance);
        passed(instance, "join");
    }

    @Test
    @Doc(value = PARALLEL, silent = "a second token over the same flow: it waits for the next round")
    void aParallelJoinCountsEachFlowOnce() {
        deploy(process()
                .startEvent()
                .parallelGateway("fork")
                .exclusiveGateway("merge")
                .serviceTask("twice")
                .zeebeJobType(id("twice"))
                .parallelGateway("join")
                .endEvent("end")
                .moveToNode("fork")
                .connectTo("merge")
                .moveToNode("fork")
                .serviceTask("once")
                .zeebeJobType(id("once"))
                .connectTo("join")
                .done());
        var instance = run();

        jobs("twice", 2).forEach(job -> complete(job, Map.of()));
        var once = job("once");
        neverReached(instance, "join");
        complete(once, Map.of());

        passed(instance, "join");
        passed(instance, "end");
    }

    private BpmnModelInstance inclusive() {
        return process()
                .startEvent()
                .inclusiveGateway("which")
                .defaultFlow()
                .serviceTask("salad")
                .zeebeJobType(id("salad"))
                .inclusiveGateway("join")
                .serviceTask("eat")
                .zeebeJobType(id("eat"))
                .endEvent()
                .moveToNode("which")
                .sequenceFlowId("to-pasta")
                .conditionExpression("list contains(courses, \"pasta\")")
                .serviceTask("pasta")
                .zeebeJobType(id("pasta"))
                .connectTo("join")
                .moveToNode("which")
                .sequenceFlowId("to-steak")
                .conditionExpression("list contains(courses, \"steak\")")
                .serviceTask("steak")
                .zeebeJobType(id("steak"))
                .connectTo("join")
                .done();
    }

    @Test
    @Doc(INCLUSIVE)
    void anInclusiveGatewayTakesEveryFlowWhoseConditionHolds() {
        deploy(inclusive());
        var instance = run(Map.of("courses", java.util.List.of("steak", "pasta")));

        job("steak");
        job("pasta");
        passed(instance, "which");
        neverReached(instance, "salad");
    }

    @Test
    @Doc(INCLUSIVE)
    void anInclusiveGatewayTakesTheDefaultFlowWhenNoConditionHolds() {
        deploy(inclusive());
        var instance = run(Map.of("courses", java.util.List.of()));

        complete("salad");
        complete("eat");
        completed(instance);
        neverReached(instance, "pasta");
    }

    @Test
    @Doc(INCLUSIVE)
    void anInclusiveGatewayWithoutAFlowToTakeHasAnIncident() {
        deploy(process()
                .startEvent()
                .inclusiveGateway("which")
                .sequenceFlowId("a")
                .conditionExpression("n = 1")
                .endEvent("end-a")
                .moveToNode("which")
                .sequenceFlowId("b")
                .conditionExpression("n < 2")
                .endEvent("end-b")
                .done());
        var instance = run(Map.of("n", 9));

        var incident = incident(instance, IncidentErrorType.CONDITION_ERROR);
        set(instance, Map.of("n", 1));
        resolve(incident);

        completed(instance);
        passed(instance, "end-a");
        passed(instance, "end-b");
    }

    @Test
    @Doc(INCLUSIVE)
    void anInclusiveJoinWaitsForAllThatWereTaken() {
        deploy(inclusive());
        var instance = run(Map.of("courses", java.util.List.of("steak", "pasta")));

        complete("steak");
        passed(instance, "steak");
        noJob("eat");
        complete("pasta");
        complete("eat");

        completed(instance);
        passed(instance, "join");
    }

    @Test
    @Doc(INCLUSIVE)
    void anInclusiveJoinGoesOnWhenNobodyElseCanArrive() {
        deploy(process()
                .startEvent()
                .inclusiveGateway("which")
                .sequenceFlowId("to-a")
                .conditionExpression("true")
                .serviceTask("a")
                .zeebeJobType(id("a"))
                .inclusiveGateway("join")
                .endEvent("end")
                .moveToNode("which")
                .sequenceFlowId("to-b")
                .conditionExpression("true")
                .serviceTask("b")
                .zeebeJobType(id("b"))
                .exclusiveGateway("maybe")
                .sequenceFlowId("go")
                .conditionExpression("join")
                .connectTo("join")
                .moveToNode("maybe")
                .sequenceFlowId("stay")
                .conditionExpression("not(join)")
                .endEvent("elsewhere")
                .done());
        var instance = run();

        complete("a");
        passed(instance, "a");
        neverReached(instance, "join");
        complete("b", Map.of("join", false));

        completed(instance);
        passed(instance, "end");
        passed(instance, "elsewhere");
    }

    @Test
    @Doc(INCLUSIVE)
    void anInclusiveGatewayWithOneWayOutNeedsNoCondition() {
        deploy(process().startEvent().inclusiveGateway("one").endEvent("end").done());
        var instance = run();

        completed(instance);
        passed(instance, "end");
    }

    private BpmnModelInstance events() {
        return process()
                .startEvent()
                .eventBasedGateway("gateway")
                .intermediateCatchEvent(
                        "paid",
                        event -> event.message(
                                message -> message.name(id("paid")).zeebeCorrelationKeyExpression("order")))
                .endEvent("end-paid")
                .moveToNode("gateway")
                .intermediateCatchEvent("late", event -> event.timerWithDuration("PT1H"))
                .endEvent("end-late")
                .moveToNode("gateway")
                .intermediateCatchEvent("stop", event -> event.signal(id("stop")))
                .endEvent("end-stop")
                .done();
    }

    @Test
    @Doc(EVENT)
    void anEventBasedGatewayGoesOnWithTheMessageThatCame() {
        deploy(events());
        var instance = run(Map.of("order", "e-1"));
        waits(instance, "gateway");

        publish("paid", "e-1", Map.of("amount", 3));

        completed(instance);
        passed(instance, "paid");
        passed(instance, "end-paid");
        neverReached(instance, "late");
        has(instance, "amount", 3);
    }

    @Test
    @Doc(EVENT)
    void anEventBasedGatewayGoesOnWithTheTimerThatIsDue() {
        deploy(events());
        var instance = run(Map.of("order", "e-2"));
        waits(instance, "gateway");

        pass(Duration.ofMinutes(61));

        completed(instance);
        passed(instance, "late");
        passed(instance, "end-late");
        neverReached(instance, "paid");
    }

    @Test
    @Doc(EVENT)
    void anEventBasedGatewayGoesOnWithTheSignal() {
        deploy(events());
        var instance = run(Map.of("order", "e-3"));
        waits(instance, "gateway");

        broadcast("stop", Map.of());

        completed(instance);
        passed(instance, "end-stop");
    }

    @Test
    @Doc(EVENT)
    void afterTheFirstEventNoOtherOfTheGatewayIsHeard() {
        deploy(process()
                .startEvent()
                .eventBasedGateway("gateway")
                .intermediateCatchEvent("first", event -> event.signal(id("first")))
                .serviceTask("task")
                .zeebeJobType(id("work"))
                .endEvent()
                .moveToNode("gateway")
                .intermediateCatchEvent("second", event -> event.signal(id("second")))
                .endEvent("end-second")
                .done());
        var instance = run();
        waits(instance, "gateway");

        broadcast("first", Map.of());
        broadcast("second", Map.of());
        complete("work");

        completed(instance);
        neverReached(instance, "end-second");
    }

    @Test
    @Doc(EVENT)
    void anEventBasedGatewayNeedsTwoWaysOut() {
        refusal(process()
                .startEvent()
                .eventBasedGateway("gateway")
                .intermediateCatchEvent("late", event -> event.timerWithDuration("PT1H"))
                .endEvent()
                .done());
    }
}
