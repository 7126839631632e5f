package org.tandem.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.command.FinalCommandStep;
import io.camunda.client.api.command.MigrationPlan;
import io.camunda.client.api.response.MigrateProcessInstanceResponse;
import io.camunda.client.api.search.enums.ElementInstanceState;
import io.camunda.client.api.search.enums.IncidentErrorType;
import io.camunda.client.api.search.enums.MessageSubscriptionState;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.AbstractFlowNodeBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Row("migration")
class MigrationConformanceTest extends Conformance {

    private static final String MIGRATION = "components/concepts/process-instance-migration/";
    private static final String CATCH = MIGRATION + "#dealing-with-catch-events";
    private static final String JOINS = MIGRATION + "#migrating-joining-parallel-and-inclusive-gateways";
    private static final String LIMITS = MIGRATION + "#limitations";

    /** The next version of a process, to which an instance can be moved. */
    private long next(BpmnModelInstance model) {
        return deploy(model).getProcesses().getFirst().getProcessDefinitionKey();
    }

    private FinalCommandStep<MigrateProcessInstanceResponse> migration(long instance, long target, String... mappings) {
        var plan = MigrationPlan.newBuilder().withTargetProcessDefinitionKey(target);
        var last = plan.addMappingInstruction(mappings[0], mappings[1]);
        for (var i = 2; i < mappings.length; i += 2) {
            last = last.addMappingInstruction(mappings[i], mappings[i + 1]);
        }
        return client.newMigrateProcessInstanceCommand(instance).migrationPlan(last.build());
    }

    /** Pairs of ids: from, to. */
    private void migrate(long instance, long target, String... mappings) {
        migration(instance, target, mappings).send().join();
    }

    private String refused(int code, long instance, long target, String... mappings) {
        return problem(code, migration(instance, target, mappings)).details().getDetail();
    }

    private int version(long instance) {
        return client.newProcessInstanceGetRequest(instance).send().join().getProcessDefinitionVersion();
    }

    private AbstractFlowNodeBuilder<?, ?> service(AbstractFlowNodeBuilder<?, ?> at, String task) {
        return at.serviceTask(task).zeebeJobType(id(task));
    }

    private BpmnModelInstance tasks(String... tasks) {
        AbstractFlowNodeBuilder<?, ?> at = process().startEvent();
        for (var task : tasks) {
            at = service(at, task);
        }
        return at.endEvent().done();
    }

    private BpmnModelInstance person() {
        return process()
                .startEvent()
                .userTask("person")
                .zeebeUserTask()
                .endEvent()
                .done();
    }

    private BpmnModelInstance timed(String id, String duration) {
        var task = process().startEvent().userTask("person").zeebeUserTask();
        task.boundaryEvent(id).timerWithDuration(duration).endEvent(id + "-end");
        return task.endEvent().done();
    }

    private BpmnModelInstance heard(String id, String message, boolean interrupting) {
        var task = process().startEvent().userTask("person").zeebeUserTask();
        task.boundaryEvent(id)
                .cancelActivity(interrupting)
                .message(m -> m.name(id(message)).zeebeCorrelationKeyExpression("key"))
                .endEvent(id + "-end");
        return task.endEvent().done();
    }

    @Test
    @Doc(MIGRATION + "#changing-the-process-instance-flow-for-inactive-parts")
    void whatComesAfterAnActiveElementIsThatOfTheNewVersion() {
        deploy(tasks("a"));
        var instance = run();
        waits(instance, "a");
        var target = next(tasks("a", "b"));

        migrate(instance, target, "a", "a");

        awaited(() -> assertThat(version(instance)).isEqualTo(2));
        assertThat(waits(instance, "a").getProcessDefinitionKey()).isEqualTo(target);
        complete("a");
        complete("b");
        completed(instance);
    }

    @Test
    @Doc(MIGRATION + "#jobs-expressions-and-input-mappings")
    void aJobKeepsItsKeyTypeAndWorkerWhenItsElementBecomesAnother() {
        deploy(tasks("a"));
        var instance = run();
        var job = job("a");

        migrate(instance, next(tasks("c")), "a", "c");

        assertThat(waits(instance, "c").getElementInstanceKey()).isEqualTo(job.getElementInstanceKey());
        noJob("c");
        complete(job, Map.of());
        completed(instance);
    }

    @Test
    @Doc(MIGRATION)
    void aUserTaskKeepsItsKeyAndWhoHasIt() {
        deploy(person());
        var instance = run();
        var task = task(instance);
        client.newAssignUserTaskCommand(task.getUserTaskKey())
                .assignee("eve")
                .send()
                .join();
        var target = next(process()
                .startEvent()
                .userTask("other", other -> other.zeebeUserTask().zeebeAssignee("adam"))
                .endEvent()
                .done());

        migrate(instance, target, "person", "other");

        awaited(() -> assertThat(task(instance).getElementId()).isEqualTo("other"));
        assertThat(task(instance).getUserTaskKey()).isEqualTo(task.getUserTaskKey());
        assertThat(task(instance).getAssignee()).isEqualTo("eve");
        assertThat(task(instance).getProcessDefinitionVersion()).isEqualTo(2);
        client.newCompleteUserTaskCommand(task.getUserTaskKey()).send().join();
        completed(instance);
    }

    @Test
    @Doc(MIGRATION + "#jobs-expressions-and-input-mappings")
    void variablesStayAndInputMappingsAreNotAppliedAgain() {
        deploy(process()
                .startEvent()
                .serviceTask("a", a -> a.zeebeJobType(id("a")).zeebeInputExpression("x + 1", "y"))
                .endEvent()
                .done());
        var instance = run(Map.of("x", 1));
        var element = waits(instance, "a").getElementInstanceKey();
        var target = next(process()
                .startEvent()
                .serviceTask("a", a -> a.zeebeJobType(id("a")).zeebeInputExpression("x + 10", "y"))
                .endEvent()
                .done());

        migrate(instance, target, "a", "a");

        assertThat(variables(instance, element)).containsEntry("y", 2);
        assertThat(job("a").getVariablesAsMap()).containsEntry("x", 1).containsEntry("y", 2);
    }

    @Test
    @Doc(MIGRATION + "#process-definitions-and-versions")
    void anInstanceMayBecomeOneOfAnotherProcessAndGoBack() {
        var first = next(tasks("a"));
        var instance = run();
        waits(instance, "a");
        var other = next(service(process("other").startEvent(), "b").endEvent().done());

        migrate(instance, other, "a", "b");
        awaited(() -> assertThat(client.newProcessInstanceGetRequest(instance)
                        .send()
                        .join()
                        .getProcessDefinitionId())
                .isEqualTo(id("other")));
        migrate(instance, first, "b", "a");

        complete("a");
        completed(instance);
        assertThat(version(instance)).isEqualTo(1);
    }

    @Test
    @Doc(value = MIGRATION + "#migration-of-each-active-element", silent = "what has ended before")
    void whatHasEndedStaysInTheHistoryOfItsVersion() {
        var first = next(tasks("a", "b"));
        var instance = run();
        complete("a");
        waits(instance, "b");
        var target = next(tasks("b", "c"));

        migrate(instance, target, "b", "b");

        assertThat(waits(instance, "b").getProcessDefinitionKey()).isEqualTo(target);
        assertThat(only(instance, "a", ElementInstanceState.COMPLETED).getProcessDefinitionKey())
                .isEqualTo(first);
        assertThat(client.newProcessInstanceSequenceFlowsRequest(instance)
                        .send()
                        .join())
                .hasSize(2)
                .allSatisfy(flow -> assertThat(flow.getProcessDefinitionKey()).isEqualTo(Long.toString(first)));
    }

    @Test
    @Doc(value = MIGRATION, silent = "message start events with a correlation key")
    void whenAnInstanceHasBecomeOneOfAnotherProcessTheNextMessageForItsKeyStartsOne() {
        deploy(service(process().startEvent().message(id("order")), "a")
                .endEvent()
                .done());
        publish("order", "k", Map.of());
        publish("order", "k", Duration.ofHours(1), Map.of("second", true));
        var job = job("a");
        noJob("a");
        var other = next(service(process("other").startEvent(), "b").endEvent().done());

        migrate(job.getProcessInstanceKey(), other, "a", "b");

        assertThat(job("a").getVariablesAsMap()).containsEntry("second", true);
    }

    @Test
    @Doc(value = MIGRATION, silent = "an instance that an incident keeps from beginning")
    void anInstanceThatCouldNotBeginBeginsInTheNewVersion() {
        deploy(asking("nothing"));
        var instance = run(Map.of("key", "k"));
        var incident = incident(instance, IncidentErrorType.EXTRACT_VALUE_ERROR);
        var withoutStart = next(process("other")
                .startEvent("begun")
                .message(id("begin"))
                .endEvent()
                .done());

        assertThat(refused(409, instance, withoutStart, id("process"), id("other")))
                .contains("no start event without a trigger");
        migrate(instance, next(asking("key")), id("process"), id("process"));
        resolve(incident);

        waits(instance, "a");
        publish("ask", "k", Map.of());
        passed(instance, "answered");
    }

    private BpmnModelInstance asking(String key) {
        var process = process();
        process.eventSubProcess("sub")
                .startEvent("asked")
                .interrupting(false)
                .message(m -> m.name(id("ask")).zeebeCorrelationKeyExpression(key))
                .endEvent("answered");
        return service(process.startEvent(), "a").endEvent().done();
    }

    @Test
    @Doc(MIGRATION + "#correcting-mistakes-in-a-process-instance")
    void aMistakeInAMappingIsMendedByTheNewVersion() {
        deploy(process()
                .startEvent()
                .serviceTask("a", a -> a.zeebeJobType(id("a")).zeebeInputExpression("assert(x, x != null)", "y"))
                .endEvent()
                .done());
        var instance = run();
        var incident = incident(instance, IncidentErrorType.IO_MAPPING_ERROR);

        migrate(instance, next(tasks("a")), "a", "a");
        assertThat(incident(instance, IncidentErrorType.IO_MAPPING_ERROR).getIncidentKey())
                .isEqualTo(incident.getIncidentKey());
        resolve(incident);

        complete("a");
        completed(instance);
    }

    @Test
    @Doc(MIGRATION + "#dealing-with-gateways")
    void anExclusiveGatewayThatFoundNoWayGoesOnAfterTheConditionOfTheNewVersion() {
        deploy(choice("x > 5"));
        var instance = run(Map.of("x", 1));
        var incident = incident(instance, IncidentErrorType.CONDITION_ERROR);

        migrate(instance, next(choice("x > 0")), "which", "which");
        resolve(incident);

        completed(instance);
    }

    private BpmnModelInstance choice(String condition) {
        return process()
                .startEvent()
                .exclusiveGateway("which")
                .sequenceFlowId("yes")
                .conditionExpression(condition)
                .endEvent()
                .moveToNode("which")
                .sequenceFlowId("no")
                .conditionExpression("x = 0")
                .endEvent()
                .done();
    }

    @Test
    @Doc(CATCH)
    void aTimerThatIsMappedStaysDueWhenItWas() {
        deploy(timed("late", "P7D"));
        var instance = run();
        waits(instance, "person");
        pass(Duration.ofDays(5));

        migrate(instance, next(timed("later", "P14D")), "person", "person", "late", "later");

        pass(Duration.ofHours(47));
        waits(instance, "person");
        pass(Duration.ofHours(2));
        passed(instance, "later");
        completed(instance);
    }

    @Test
    @Doc(MIGRATION + "#no-mapping-instruction-is-provided-between-the-catch-events")
    void aTimerThatIsNotMappedBeginsAnewAsTheNewVersionSays() {
        deploy(timed("late", "P7D"));
        var instance = run();
        waits(instance, "person");
        pass(Duration.ofDays(5));

        migrate(instance, next(timed("late", "P14D")), "person", "person");

        pass(Duration.ofDays(13));
        waits(instance, "person");
        pass(Duration.ofDays(2));
        passed(instance, "late");
        completed(instance);
    }

    @Test
    @Doc(value = CATCH, silent = "timers that have fired")
    void aTimerThatHasFiredAndIsMappedDoesNotFireAgain() {
        deploy(warned("PT1H"));
        var instance = run();
        waits(instance, "person");
        pass(Duration.ofHours(2));
        passed(instance, "warned");

        migrate(instance, next(warned("PT3H")), "person", "person", "warn", "warn");

        pass(Duration.ofHours(24));
        assertThat(elements(instance, "warned")).hasSize(1);
        waits(instance, "person");
    }

    private BpmnModelInstance warned(String duration) {
        var task = process().startEvent().userTask("person").zeebeUserTask();
        task.boundaryEvent("warn")
                .cancelActivity(false)
                .timerWithDuration(duration)
                .endEvent("warned");
        return task.endEvent().done();
    }

    @Test
    @Doc(CATCH)
    void aCycleThatIsMappedGoesOnInItsRhythm() {
        deploy(repeated("R/PT1H"));
        var instance = run();
        waits(instance, "person");
        pass(Duration.ofMinutes(70));
        awaited(() -> assertThat(elements(instance, "reminded")).hasSize(1));

        migrate(instance, next(repeated("R/P1D")), "person", "person", "remind", "remind");

        pass(Duration.ofMinutes(60));
        awaited(() -> assertThat(elements(instance, "reminded")).hasSize(2));
    }

    private BpmnModelInstance repeated(String cycle) {
        var task = process().startEvent().userTask("person").zeebeUserTask();
        task.boundaryEvent("remind").cancelActivity(false).timerWithCycle(cycle).endEvent("reminded");
        return task.endEvent().done();
    }

    @Test
    @Doc(MIGRATION + "#migrate-catch-events")
    void aMessageThatIsMappedIsStillHeardByItsOldName() {
        deploy(heard("say", "old", true));
        var instance = run(Map.of("key", "k"));
        waits(instance, "person");

        migrate(instance, next(heard("tell", "new", true)), "person", "person", "say", "tell");

        publish("new", "k", Map.of());
        publish("old", "k", Map.of());
        passed(instance, "tell");
        completed(instance);
    }

    @Test
    @Doc(MIGRATION + "#no-mapping-instruction-is-provided-between-the-catch-events")
    void aMessageThatIsNotMappedIsHeardByItsNewNameOnly() {
        deploy(heard("say", "old", true));
        var instance = run(Map.of("key", "k"));
        waits(instance, "person");

        migrate(instance, next(heard("say", "new", true)), "person", "person");

        publish("old", "k", Map.of());
        waits(instance, "person");
        publish("new", "k", Map.of());
        passed(instance, "say");
        completed(instance);
    }

    @Test
    @Doc(MIGRATION + "#migration-of-catch-event-subscriptions")
    void anEventMayInterruptInTheNewVersion() {
        deploy(heard("say", "message", false));
        var instance = run(Map.of("key", "k"));
        waits(instance, "person");

        migrate(instance, next(heard("say", "message", true)), "person", "person", "say", "say");
        publish("message", "k", Map.of());

        stopped(instance, "person");
        completed(instance);
    }

    @Test
    @Doc(MIGRATION + "#add-or-remove-catch-events")
    void anEventSubProcessIsAddedAndTakenAway() {
        var plain = next(tasks("a"));
        var instance = run(Map.of("key", "k"));
        waits(instance, "a");
        var listening = next(asking("key"));

        migrate(instance, listening, "a", "a");
        publish("ask", "k", Map.of());
        passed(instance, "answered");

        migrate(instance, plain, "a", "a");
        publish("ask", "k", Map.of());
        complete("a");
        completed(instance);
        assertThat(elements(instance, "answered")).hasSize(1);
    }

    @Test
    @Doc(value = CATCH, silent = "events of a scope that an event sub-process has interrupted")
    void whereAnEventSubProcessHasInterruptedNothingNewIsListenedTo() {
        deploy(interrupted("sub"));
        var instance = run(Map.of("key", "k"));
        waits(instance, "a");
        publish("sub", "k", Map.of());
        waits(instance, "sub-task");

        migrate(instance, next(interrupted("sub", "more")), "sub", "sub", "sub-task", "sub-task");
        assertThat(client.newMessageSubscriptionSearchRequest()
                        .filter(filter -> filter.processInstanceKey(instance)
                                .messageSubscriptionState(MessageSubscriptionState.CREATED))
                        .send()
                        .join()
                        .items())
                .isEmpty();
        publish("more", "k", Map.of());
        publish("sub", "k", Map.of());

        complete("sub-task");
        completed(instance);
        assertThat(elements(instance, "sub-task")).hasSize(1);
        neverReached(instance, "more-task");
    }

    private BpmnModelInstance interrupted(String... subs) {
        var process = process();
        for (var sub : subs) {
            service(
                            process.eventSubProcess(sub)
                                    .startEvent(sub + "-start")
                                    .message(m -> m.name(id(sub)).zeebeCorrelationKeyExpression("key")),
                            sub + "-task")
                    .endEvent();
        }
        return service(process.startEvent(), "a").endEvent().done();
    }

    @Test
    @Doc(MIGRATION + "#dealing-with-catch-events")
    void aSignalBehindAnEventGatewayIsKeptOrBegunAnew() {
        deploy(either("old"));
        var kept = run();
        var renewed = run();
        waits(kept, "either");
        waits(renewed, "either");
        var target = next(either("new"));

        migrate(kept, target, "either", "either", "called", "called");
        migrate(renewed, target, "either", "either");

        broadcast("old", Map.of());
        completed(kept);
        waits(renewed, "either");
        broadcast("new", Map.of());
        completed(renewed);
    }

    private BpmnModelInstance either(String signal) {
        return process()
                .startEvent()
                .eventBasedGateway("either")
                .intermediateCatchEvent("called", event -> event.signal(id(signal)))
                .endEvent()
                .moveToNode("either")
                .intermediateCatchEvent("waited", event -> event.timerWithDuration("P1D"))
                .endEvent()
                .done();
    }

    @Test
    @Doc(MIGRATION + "#migrating-active-elements-inside-subprocesses")
    void anElementInASubProcessMovesTogetherWithIt() {
        deploy(inside("sub", "a"));
        var instance = run();
        waits(instance, "a");

        migrate(instance, next(inside("box", "b")), "sub", "box", "a", "b");

        waits(instance, "box");
        waits(instance, "b");
        complete("a");
        passed(instance, "box");
        completed(instance);
    }

    private BpmnModelInstance inside(String sub, String task) {
        return service(
                        process()
                                .startEvent()
                                .subProcess(sub)
                                .embeddedSubProcess()
                                .startEvent(),
                        task)
                .endEvent()
                .subProcessDone()
                .endEvent()
                .done();
    }

    @Test
    @Doc(LIMITS)
    void whatIsAroundAnActiveElementStaysAroundIt() {
        deploy(tasks("a"));
        var outside = run();
        waits(outside, "a");
        var target = next(inside("sub", "a"));

        assertThat(refused(409, outside, target, "a", "a")).contains("'a'", "'sub'");

        var within = run();
        awaited(() -> assertThat(elements(within, "a")).hasSize(1));
        assertThat(refused(409, within, target, "a", "a")).contains("'sub' is active");
        complete(job("a"), Map.of());
    }

    @Test
    @Doc(MIGRATION + "#call-activities-and-called-process-instances")
    void aCalledProcessGoesOnAsItWasAndItsCallerAfterTheNewVersion() {
        deploy(service(process("child").startEvent(), "work").endEvent().done());
        deploy(process()
                .startEvent()
                .callActivity("call", call -> call.zeebeProcessId(id("child")))
                .endEvent()
                .done());
        var instance = run();
        var child = job("work").getProcessInstanceKey();
        var target = next(service(
                        process().startEvent().callActivity("again", call -> call.zeebeProcessId(id("nothing"))),
                        "after")
                .endEvent()
                .done());

        migrate(instance, target, "call", "again");

        waits(instance, "again");
        assertThat(version(child)).isEqualTo(1);
        waits(child, "work");
    }

    @Test
    @Doc(MIGRATION + "#call-activities-and-called-process-instances")
    void aCalledProcessIsMovedLikeAnyOther() {
        deploy(service(process("child").startEvent(), "work").endEvent().done());
        deploy(process()
                .startEvent()
                .callActivity("call", call -> call.zeebeProcessId(id("child")))
                .endEvent()
                .done());
        var instance = run();
        var job = job("work");
        var child = job.getProcessInstanceKey();
        var target = next(service(service(process("child").startEvent(), "work"), "more")
                .endEvent()
                .done());

        migrate(child, target, "work", "work");
        complete(job, Map.of());
        complete("more");

        completed(child);
        completed(instance);
    }

    @Test
    @Doc(JOINS)
    void aTokenThatWaitsAtAJoinHasComeOverTheFlowThatThePlanSays() {
        deploy(joined("flow1", "gateway1", "b"));
        var instance = run();
        complete("a");
        passed(instance, "a");

        migrate(
                instance,
                next(joined("flow2", "gateway2", "b", "c")),
                "b",
                "b",
                "gateway1",
                "gateway2",
                "flow1",
                "flow2");

        complete("b");
        complete("c");
        passed(instance, "gateway2");
        completed(instance);
    }

    @Test
    @Doc(JOINS)
    void aJoinAtWhichATokenWaitsMustBeMappedToOneThatItsFlowLeadsTo() {
        deploy(joined("flow1", "gateway1", "b"));
        var instance = run();
        complete("a");
        passed(instance, "a");
        var target = next(joined("flow2", "gateway2", "b"));

        assertThat(refused(409, instance, target, "b", "b")).contains("'gateway1'");
        assertThat(refused(409, instance, target, "b", "b", "gateway1", "gateway2"))
                .contains("'flow1'", "'gateway2'");
        complete("b");
        completed(instance);
        assertThat(version(instance)).isEqualTo(1);
    }

    private BpmnModelInstance joined(String flow, String join, String... others) {
        var gateway = process().startEvent().parallelGateway("fork");
        service(gateway, "a").sequenceFlowId(flow).parallelGateway(join).endEvent();
        AbstractFlowNodeBuilder<?, ?> at = gateway.moveToNode("fork");
        for (var other : others) {
            at = service(at, other);
        }
        return at.connectTo(join).done();
    }

    @Test
    @Doc(JOINS)
    void aJoinWithFewerFlowsIsRefused() {
        var gateway = process().startEvent().parallelGateway("fork");
        service(gateway, "a").sequenceFlowId("flow").parallelGateway("join").endEvent();
        service(gateway.moveToNode("fork"), "b").connectTo("join");
        deploy(service(gateway.moveToNode("fork"), "c").connectTo("join").done());
        var instance = run();
        complete("a");
        passed(instance, "a");
        complete("c");
        passed(instance, "c");

        assertThat(refused(409, instance, next(joined("flow", "join", "b")), "b", "b", "join", "join"))
                .contains("'join'", "fewer incoming");
    }

    @Test
    @Doc(value = JOINS, silent = "two joins that become one")
    void twoJoinsAtWhichTokensWaitCannotBecomeOne() {
        var fork = process().startEvent().parallelGateway("fork");
        for (var join : List.of("join1", "join2")) {
            service(fork.moveToNode("fork"), join + "-a")
                    .sequenceFlowId(join + "-flow")
                    .parallelGateway(join)
                    .endEvent();
            service(fork.moveToNode("fork"), join + "-b").connectTo(join);
        }
        deploy(fork.done());
        var instance = run();
        for (var join : List.of("join1", "join2")) {
            complete(join + "-a");
            passed(instance, join + "-a");
        }
        var target = next(joined("flow", "join", "join1-b", "join2-b"));

        assertThat(refused(
                        409,
                        instance,
                        target,
                        "join1-b",
                        "join1-b",
                        "join2-b",
                        "join2-b",
                        "join1",
                        "join",
                        "join2",
                        "join",
                        "join1-flow",
                        "flow"))
                .contains("another gateway to 'join'");
    }

    @Test
    @Doc(JOINS)
    void anInclusiveJoinGoesOnWhenNothingElseCanComeToItInTheNewVersion() {
        deploy(some(true));
        var instance = run();
        complete("a");
        passed(instance, "a");

        migrate(instance, next(some(false)), "b", "b", "join", "join");

        passed(instance, "join");
        complete("b");
        completed(instance);
    }

    /** The second task leads to the join, or to an end of its own while a third might lead there. */
    private BpmnModelInstance some(boolean both) {
        var gateway = process().startEvent().inclusiveGateway("fork");
        gateway.sequenceFlowId("to-a").conditionExpression("true");
        service(gateway, "a").sequenceFlowId("from-a").inclusiveGateway("join").endEvent();
        gateway.sequenceFlowId("to-b").conditionExpression("true");
        var second = service(gateway, "b");
        if (both) {
            return second.connectTo("join").done();
        }
        second.endEvent();
        gateway.sequenceFlowId("to-c").conditionExpression("false");
        return service(gateway, "c").connectTo("join").done();
    }

    @Test
    @Doc(LIMITS)
    void aMultiInstanceGoesOnWithWhatItBeganAndStaysParallelOrSequential() {
        deploy(each(false));
        var instance = run();
        var jobs = jobs("each", 2);
        complete(jobs.getFirst(), Map.of("result", 1));
        var sequential = next(each(true));
        var target = next(process()
                .startEvent()
                .serviceTask(
                        "every",
                        every -> every.zeebeJobType(id("every"))
                                .multiInstance(loop -> loop.zeebeInputCollectionExpression("[7, 8, 9]")
                                        .zeebeOutputCollection("results")
                                        .zeebeOutputElementExpression("result")))
                .endEvent()
                .done());

        assertThat(refused(409, instance, sequential, "each", "each")).contains("'each'", "parallel", "sequential");
        migrate(instance, target, "each", "every");

        complete(jobs.getLast(), Map.of("result", 2));
        completed(instance);
        has(instance, "results", List.of(1, 2));
    }

    private BpmnModelInstance each(boolean sequential) {
        return process()
                .startEvent()
                .serviceTask(
                        "each",
                        each -> each.zeebeJobType(id("each")).multiInstance(loop -> {
                            loop.zeebeInputCollectionExpression("[1, 2]")
                                    .zeebeOutputCollection("results")
                                    .zeebeOutputElementExpression("result");
                            if (sequential) {
                                loop.sequential();
                            }
                        }))
                .endEvent()
                .done();
    }

    @Test
    @Doc(LIMITS)
    void anActiveElementWithoutAMappingIsRefusedAndNothingHasChanged() {
        deploy(joined("flow", "join", "b"));
        var instance = run();
        waits(instance, "a");
        waits(instance, "b");
        var target = next(joined("flow", "join", "b", "c"));

        assertThat(refused(409, instance, target, "a", "a")).contains("Element 'b' is active");

        assertThat(version(instance)).isEqualTo(1);
        assertThat(waits(instance, "a").getProcessDefinitionKey()).isNotEqualTo(target);
        complete("a");
        complete("b");
        completed(instance);
    }

    @Test
    @Doc(LIMITS)
    void anElementOfAnotherTypeIsRefused() {
        deploy(tasks("a"));
        var instance = run();
        waits(instance, "a");

        assertThat(refused(409, instance, next(person()), "a", "person"))
                .contains("'a'", "'person'", "from SERVICE_TASK to USER_TASK");
    }

    @Test
    @Doc(value = LIMITS, silent = "tasks other than user tasks whose implementation changes")
    void aTaskThatAJobWorkerDoesCannotBecomeOneThatTheEngineDoes() {
        deploy(process()
                .startEvent()
                .scriptTask("script", script -> script.zeebeJobType(id("script")))
                .endEvent()
                .done());
        var instance = run();
        waits(instance, "script");
        var target = next(process()
                .startEvent()
                .scriptTask("script", script -> script.zeebeExpression("1").zeebeResultVariable("x"))
                .endEvent()
                .done());

        assertThat(refused(409, instance, target, "script", "script")).contains("from job worker to FEEL expression");
    }

    @Test
    @Doc(LIMITS)
    void anEventCannotChangeWhatItWaitsFor() {
        deploy(timed("late", "P1D"));
        var instance = run(Map.of("key", "k"));
        waits(instance, "person");
        var message = next(heard("say", "message", true));

        assertThat(refused(409, instance, message, "person", "person", "late", "say"))
                .contains("'late'", "from timer to message");
    }

    @Test
    @Doc(LIMITS)
    void anEventStaysWithItsElement() {
        deploy(timed("late", "P1D"));
        var instance = run();
        waits(instance, "person");
        var first = process().startEvent().userTask("first").zeebeUserTask();
        first.boundaryEvent("late").timerWithDuration("P1D").endEvent();
        var target = next(first.userTask("person").zeebeUserTask().endEvent().done());

        assertThat(refused(409, instance, target, "person", "person", "late", "late"))
                .contains("'late'", "'person'");
        migrate(instance, target, "person", "person");
    }

    @Test
    @Doc(LIMITS)
    void twoEventsCannotBecomeOne() {
        var task = process().startEvent().userTask("person").zeebeUserTask();
        task.boundaryEvent("early").timerWithDuration("PT1H").endEvent();
        task.boundaryEvent("late").timerWithDuration("P1D").endEvent();
        deploy(task.endEvent().done());
        var instance = run();
        waits(instance, "person");

        assertThat(refused(
                        409, instance, next(timed("late", "P1D")), "person", "person", "early", "late", "late", "late"))
                .contains("two events to 'late'");
    }

    @Test
    @Doc(LIMITS)
    void aPlanNamesElementsThatAreThereAndEachOnce() {
        deploy(tasks("a"));
        var instance = run();
        waits(instance, "a");
        var target = next(tasks("b", "c"));

        assertThat(refused(400, instance, target, "x", "b")).contains("'x'");
        assertThat(refused(400, instance, target, "a", "x")).contains("'x'");
        assertThat(refused(400, instance, target, "a", "b", "a", "c")).contains("more than once", "'a'");
    }

    @Test
    @Doc(LIMITS)
    void onlyARunningInstanceMovesAndOnlyToADefinitionThatIsDeployed() {
        var first = next(tasks("a"));
        var instance = run();
        waits(instance, "a");
        var deleted = next(tasks("a", "b"));
        client.newDeleteResourceCommand(deleted).send().join();

        refused(404, instance, deleted, "a", "a");
        refused(404, instance, 1, "a", "a");
        complete("a");
        completed(instance);
        refused(404, instance, first, "a", "a");
    }

    @Test
    @Doc(value = MIGRATION + "#internal-execution", silent = "a new event whose expression cannot be evaluated")
    void whenANewEventCannotBeginTheWholeMoveIsRefused() {
        deploy(person());
        var instance = run();
        waits(instance, "person");

        assertThat(refused(409, instance, next(heard("say", "message", true)), "person", "person"))
                .contains("'person'", "'say'", "correlation key");

        assertThat(version(instance)).isEqualTo(1);
    }
}
