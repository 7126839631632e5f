package org.tandem.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.search.enums.IncidentErrorType;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Row("messages")
class MessagesConformanceTest extends Conformance {

    private static final String MESSAGES = "components/concepts/messages/";
    private static final Duration HOUR = Duration.ofHours(1);

    private BpmnModelInstance waiting(String process) {
        return process(process)
                .startEvent()
                .intermediateCatchEvent(
                        "wait",
                        event -> event.message(message -> message.name(id("go")).zeebeCorrelationKeyExpression("key")))
                .endEvent()
                .done();
    }

    private BpmnModelInstance starting() {
        return process()
                .startEvent()
                .message(id("go"))
                .serviceTask("task")
                .zeebeJobType(id("work"))
                .endEvent()
                .done();
    }

    private void publishOnce(String messageId, Map<String, Object> variables) {
        publication(messageId).variables(variables).send().join();
    }

    private io.camunda.client.api.command.PublishMessageCommandStep1.PublishMessageCommandStep3 publication(
            String messageId) {
        return client.newPublishMessageCommand()
                .messageName(id("go"))
                .correlationKey("k")
                .messageId(messageId)
                .timeToLive(HOUR);
    }

    @Test
    @Doc(MESSAGES + "#message-subscriptions")
    void aMessageReachesOnlyThatNameAndKey() {
        deploy(waiting("process"));
        var mine = run(Map.of("key", "mine"));
        var other = run(Map.of("key", "other"));
        waits(mine, "wait");
        waits(other, "wait");

        publish("stop", "mine", Map.of());
        publish("go", "mine", Map.of("for", "me"));

        completed(mine);
        has(mine, "for", "me");
        waits(other, "wait");
        hasNo(other, "for");
    }

    @Test
    @Doc("components/modeler/bpmn/message-events/#messages")
    void aKeyMayBeANumber() {
        deploy(waiting("process"));
        var instance = run(Map.of("key", 42));
        waits(instance, "wait");

        publish("go", "42", Map.of());

        completed(instance);
    }

    @Test
    @Doc("components/modeler/bpmn/message-events/#messages")
    void aKeyThatIsNeitherTextNorNumberIsAnIncident() {
        deploy(waiting("process"));
        var instance = run();

        var incident = incident(instance, IncidentErrorType.EXTRACT_VALUE_ERROR);
        set(instance, Map.of("key", "now"));
        resolve(incident);
        waits(instance, "wait");
        noIncident(instance);
        publish("go", "now", Map.of());

        completed(instance);
    }

    @Test
    @Doc(MESSAGES + "#message-subscriptions")
    void aSubscriptionKeepsItsKeyWhenTheVariableChanges() {
        deploy(waiting("process"));
        var instance = run(Map.of("key", "old"));
        waits(instance, "wait");
        set(instance, Map.of("key", "new"));
        has(instance, "key", "new");

        publish("go", "old", Map.of());

        completed(instance);
    }

    @Test
    @Doc(MESSAGES + "#message-buffering")
    void aMessageThatLivesWaitsForWhoListensLater() {
        deploy(waiting("process"));
        publish("go", "k", HOUR, Map.of("early", true));

        var instance = run(Map.of("key", "k"));

        completed(instance);
        has(instance, "early", true);
    }

    @Test
    @Doc(MESSAGES + "#message-buffering")
    void aMessageThatDoesNotLiveIsLostWhenNobodyListens() {
        deploy(waiting("process"));
        publish("go", "k", Map.of("lost", true));
        var instance = run(Map.of("key", "k"));
        waits(instance, "wait");

        publish("go", "k", Map.of());

        completed(instance);
        hasNo(instance, "lost");
    }

    @Test
    @Doc(MESSAGES + "#message-buffering")
    void aMessageIsGoneWhenItsTimeIsOver() {
        deploy(waiting("process"));
        publish("go", "k", Duration.ofMinutes(10), Map.of("old", true));
        pass(Duration.ofMinutes(11));
        var instance = run(Map.of("key", "k"));
        waits(instance, "wait");

        publish("go", "k", Map.of());

        completed(instance);
        hasNo(instance, "old");
    }

    @Test
    @Doc(MESSAGES + "#message-buffering")
    void theMessagePublishedFirstIsHeardFirst() {
        deploy(waiting("process"));
        publish("go", "k", HOUR, Map.of("n", 1));
        publish("go", "k", HOUR, Map.of("n", 2));

        var first = run(Map.of("key", "k"));
        completed(first);
        var second = run(Map.of("key", "k"));
        completed(second);

        has(first, "n", 1);
        has(second, "n", 2);
    }

    @Test
    @Doc(MESSAGES + "#message-cardinality")
    void aMessageReachesEachProcessOnce() {
        deploy(waiting("process"));
        deploy(waiting("other"));
        var one = run(Map.of("key", "k"));
        var two = run(Map.of("key", "k"));
        var other = run("other", Map.of("key", "k"));
        waits(one, "wait");
        waits(two, "wait");
        waits(other, "wait");

        publish("go", "k", HOUR, Map.of());

        completed(other);
        awaited(() -> assertThat(List.of(state(one), state(two)))
                .containsExactlyInAnyOrder(ProcessInstanceState.COMPLETED, ProcessInstanceState.ACTIVE));
    }

    private ProcessInstanceState state(long instance) {
        return client.newProcessInstanceGetRequest(instance).send().join().getState();
    }

    @Test
    @Doc(MESSAGES + "#message-cardinality")
    void aMessageIsHeardOnceAcrossAllVersionsOfAProcess() {
        deploy(waiting("process"));
        var old = run(Map.of("key", "k"));
        waits(old, "wait");
        deploy(process()
                .startEvent()
                .manualTask("new")
                .intermediateCatchEvent(
                        "wait",
                        event -> event.message(message -> message.name(id("go")).zeebeCorrelationKeyExpression("key")))
                .endEvent()
                .done());
        var young = run(Map.of("key", "k"));
        waits(young, "wait");

        publish("go", "k", HOUR, Map.of());

        awaited(() -> assertThat(List.of(state(old), state(young)))
                .containsExactlyInAnyOrder(ProcessInstanceState.COMPLETED, ProcessInstanceState.ACTIVE));
    }

    @Test
    @Doc(MESSAGES + "#message-uniqueness")
    void aMessageIdIsTakenWhileItsMessageLives() {
        deploy(waiting("process"));
        publishOnce("m-1", Map.of());

        problem(409, publication("m-1"));
        pass(HOUR.plusMinutes(1));
        publishOnce("m-1", Map.of("again", true));

        var instance = run(Map.of("key", "k"));
        completed(instance);
        has(instance, "again", true);
    }

    @Test
    @Doc(MESSAGES + "#message-uniqueness")
    void aMessageIdIsTakenEvenWhenItsMessageWasHeard() {
        deploy(waiting("process"));
        var first = run(Map.of("key", "k"));
        waits(first, "wait");
        publishOnce("m-1", Map.of());
        completed(first);

        problem(409, publication("m-1"));
    }

    @Test
    @Doc(MESSAGES + "#message-cardinality")
    void forEachKeyOneInstanceRunsAtATimeAndTheNextMessageWaits() {
        deploy(starting());
        publish("go", "k", HOUR, Map.of("n", 1));
        publish("go", "k", HOUR, Map.of("n", 2));
        publish("go", "other", HOUR, Map.of("n", 3));

        var jobs = jobs("work", 2);
        assertThat(jobs).extracting(job -> job.getVariablesAsMap().get("n")).containsExactlyInAnyOrder(1, 3);
        jobs.forEach(job -> complete(job, Map.of()));
        var next = job("work");

        assertThat(next.getVariablesAsMap()).containsEntry("n", 2);
        complete(next, Map.of());
        instances("process", 3).forEach(this::completed);
    }

    @Test
    @Doc(MESSAGES + "#single-instance")
    void aMessageThatDoesNotLiveIsLostWhileAnInstanceOfItsKeyRuns() {
        deploy(starting());
        publish("go", "k", Map.of("n", 1));
        publish("go", "k", Map.of("n", 2));
        complete("work");
        completed(only("process"));

        publish("go", "k", Map.of("n", 3));

        assertThat(job("work").getVariablesAsMap()).containsEntry("n", 3);
        instances("process", 2);
    }

    @Test
    @Doc("components/modeler/bpmn/message-events/#message-correlation")
    void aTerminatedInstanceMakesRoomForTheNextMessageToo() {
        deploy(starting());
        publish("go", "k", HOUR, Map.of("n", 1));
        publish("go", "k", HOUR, Map.of("n", 2));
        var first = job("work");

        client.newCancelInstanceCommand(first.getProcessInstanceKey()).send().join();

        assertThat(job("work").getVariablesAsMap()).containsEntry("n", 2);
    }

    @Test
    @Doc(MESSAGES + "#message-correlation-overview")
    void withoutAKeyEveryMessageStartsAnInstance() {
        deploy(starting());
        for (var n = 0; n < 2; n++) {
            client.newPublishMessageCommand()
                    .messageName(id("go"))
                    .withoutCorrelationKey()
                    .send()
                    .join();
        }

        jobs("work", 2);
        instances("process", 2);
    }

    @Test
    @Doc(MESSAGES + "#message-aggregator")
    void laterMessagesReachTheInstanceThatTheFirstOneStarted() {
        deploy(process()
                .startEvent()
                .message(id("go"))
                .intermediateCatchEvent(
                        "more",
                        event -> event.message(message -> message.name(id("go")).zeebeCorrelationKeyExpression("key")))
                .endEvent()
                .done());

        publish("go", "k", HOUR, Map.of("key", "k", "n", 1));
        publish("go", "k", HOUR, Map.of("key", "k", "n", 2));

        var instance = only("process");
        completed(instance);
        has(instance, "n", 2);
    }

    @Test
    @Doc(MESSAGES + "#message-subscriptions")
    void correlateTellsWhichInstanceItReached() {
        deploy(waiting("process"));
        var instance = run(Map.of("key", "k"));
        waits(instance, "wait");

        var answer = client.newCorrelateMessageCommand()
                .messageName(id("go"))
                .correlationKey("k")
                .variables(Map.of("now", true))
                .send()
                .join();

        assertThat(answer.getProcessInstanceKey()).isEqualTo(instance);
        assertThat(answer.getMessageKey()).isPositive();
        completed(instance);
        has(instance, "now", true);
    }

    @Test
    @Doc(MESSAGES + "#message-subscriptions")
    void correlateMayStartAnInstance() {
        deploy(starting());

        var answer = client.newCorrelateMessageCommand()
                .messageName(id("go"))
                .correlationKey("k")
                .send()
                .join();

        assertThat(answer.getProcessInstanceKey()).isEqualTo(only("process"));
    }

    @Test
    @Doc("apis-tools/orchestration-cluster-api-rest/specifications/correlate-message/")
    void correlateFindsNobodyWhereNobodyListens() {
        problem(404, client.newCorrelateMessageCommand().messageName(id("go")).correlationKey("nobody"));
    }
}
