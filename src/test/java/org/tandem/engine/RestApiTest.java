package org.tandem.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.MessageSubscriptionState;
import io.camunda.client.api.search.response.Variable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The official client's searches, and requests that no client makes, against the embedded engine. */
class RestApiTest {
    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static URI address;
    private static CamundaClient client;
    private static long instance;

    @BeforeAll
    static void startOneProcess() {
        address = SharedEngine.address();
        client = CamundaClient.newClientBuilder()
                .grpcAddress(address)
                .restAddress(address)
                .preferRestOverGrpc(true)
                .build();
        client.newDeployResourceCommand()
                .addResourceFromClasspath("engine/engine-smoke.bpmn")
                .addResourceFromClasspath("engine/engine-smoke-size.dmn")
                .send()
                .join();
        var variables = new HashMap<String, Object>(Map.of("orderId", "searched", "amount", 250));
        IntStream.range(0, 1050).forEach(number -> variables.put("variable" + number, number));
        variables.put("long", "x".repeat(20_000));
        instance = client.newCreateInstanceCommand()
                .bpmnProcessId("engine-smoke")
                .latestVersion()
                .variables(variables)
                .send()
                .join()
                .getProcessInstanceKey();
        try (var worker = client.newWorker()
                .jobType("engine-smoke.work")
                .handler((jobs, job) -> jobs.newCompleteCommand(job).send().join())
                .open()) {
            await().atMost(LIMIT).until(() -> worker.isOpen() && theTaskIsFound() && theInstanceIsFound());
        }
    }

    @AfterAll
    static void cancelIt() {
        client.newCancelInstanceCommand(instance).send().join();
        client.close();
    }

    private static boolean theInstanceIsFound() {
        return !client.newProcessInstanceSearchRequest()
                .filter(filter -> filter.processInstanceKey(instance))
                .send()
                .join()
                .items()
                .isEmpty();
    }

    private static boolean theTaskIsFound() {
        return client
                .newUserTaskSearchRequest()
                .filter(filter -> filter.processInstanceKey(instance))
                .send()
                .join()
                .items()
                .stream()
                .anyMatch(task -> "Check the order".equals(task.getName()));
    }

    @Test
    void moreThanAThousandItemsArePagedThrough() {
        await().atMost(LIMIT).untilAsserted(() -> {
            var names = new HashSet<String>();
            var page = client.newVariableSearchRequest()
                    .filter(filter -> filter.processInstanceKey(instance).name(name -> name.like("variable*")))
                    .page(first -> first.limit(700))
                    .send()
                    .join();
            while (!page.items().isEmpty()) {
                page.items().stream().map(Variable::getName).forEach(names::add);
                var cursor = page.page().endCursor();
                page = client.newVariableSearchRequest()
                        .filter(filter -> filter.processInstanceKey(instance).name(name -> name.like("variable*")))
                        .page(next -> next.limit(700).after(cursor))
                        .send()
                        .join();
            }
            assertThat(names).hasSize(1050);
        });
    }

    @Test
    void aLongValueIsCutInASearchAndWholeWhenRead() {
        var found = await().atMost(LIMIT)
                .until(
                        () -> client.newVariableSearchRequest()
                                .filter(filter ->
                                        filter.processInstanceKey(instance).name("long"))
                                .send()
                                .join()
                                .items(),
                        items -> !items.isEmpty())
                .getFirst();

        assertThat(found.isTruncated()).isTrue();
        assertThat(client.newVariableGetRequest(found.getVariableKey())
                        .send()
                        .join()
                        .getValue())
                .hasSize(20_002);
    }

    @Test
    void userTasksHaveWhatAPersonNeedsToKnow() {
        var task = client.newUserTaskSearchRequest()
                .filter(filter -> filter.processInstanceKey(instance).candidateGroup("general"))
                .send()
                .join()
                .singleItem();

        assertThat(task.getName()).isEqualTo("Check the order");
        assertThat(task.getElementId()).isEqualTo("Task_Check");
        assertThat(task.getPriority()).isEqualTo(60);
        assertThat(task.getCandidateGroups()).containsExactly("general");
        assertThat(client.newUserTaskGetRequest(task.getUserTaskKey())
                        .send()
                        .join()
                        .getName())
                .isEqualTo("Check the order");

        client.newAssignUserTaskCommand(task.getUserTaskKey())
                .assignee("demo")
                .send()
                .join();
        await().atMost(LIMIT)
                .until(() -> "demo"
                        .equals(client.newUserTaskGetRequest(task.getUserTaskKey())
                                .send()
                                .join()
                                .getAssignee()));
    }

    @Test
    void anInstanceAWaitingMessageAndTheModelCanBeRead() {
        var found = client.newProcessInstanceGetRequest(instance).send().join();
        assertThat(found.getProcessDefinitionName()).isEqualTo("Engine smoke");
        assertThat(client.newProcessDefinitionGetXmlRequest(found.getProcessDefinitionKey())
                        .send()
                        .join())
                .contains("Task_Check");
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(client.newMessageSubscriptionSearchRequest()
                                .filter(filter -> filter.processInstanceKey(instance))
                                .send()
                                .join()
                                .items())
                        .singleElement()
                        .satisfies(waiting -> {
                            assertThat(waiting.getMessageName()).isEqualTo("engine-smoke-cancelled");
                            assertThat(waiting.getCorrelationKey()).isEqualTo("searched");
                            assertThat(waiting.getMessageSubscriptionState())
                                    .isEqualTo(MessageSubscriptionState.CREATED);
                        }));
    }

    @Test
    void aBigVariableIsTaken() throws Exception {
        var body = "{\"variables\":{\"big\":\"" + "y".repeat(1_500_000) + "\"}}";

        var answer = send(HttpRequest.newBuilder(address.resolve("/v2/element-instances/" + instance + "/variables"))
                .header("Content-Type", "application/json")
                .method("PUT", BodyPublishers.ofString(body)));

        assertThat(answer.statusCode()).isIn(204, 404, 405);
    }

    @Test
    void anUnknownItemIsNotFound() throws Exception {
        assertThat(send(HttpRequest.newBuilder(address.resolve("/v2/user-tasks/1")))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void thePageOfAnotherSiteIsRefused() throws Exception {
        var answer =
                send(HttpRequest.newBuilder(address.resolve("/v2/topology")).header("Origin", "https://example.org"));

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void aBodyThatIsNotJsonIsRefused() throws Exception {
        var answer = send(HttpRequest.newBuilder(address.resolve("/v2/user-tasks/search"))
                .POST(BodyPublishers.ofString("{\"filter\":")));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("not JSON");
    }

    @Test
    void resettingTheClockChangesNothing() throws Exception {
        var clock = address.resolve("/actuator/clock");
        var before = send(HttpRequest.newBuilder(clock));

        var reset = send(HttpRequest.newBuilder(clock).DELETE());

        assertThat(reset.statusCode()).isEqualTo(200);
        assertThat(before.body()).contains("epochMilli");
        assertThat(send(HttpRequest.newBuilder(address.resolve("/v2/topology"))).body())
                .contains("lastCompletedChangeId");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }
}
