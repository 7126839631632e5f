package org.tandem.engine.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rubbish of every kind gets a problem that names the field, the value and what would be right, and changes nothing. */
class BadRequestsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static TestApi api;

    @BeforeAll
    static void begin() {
        api = new TestApi();
        api.deploy(TestApi.work("bad", "bad.work"));
    }

    @AfterAll
    static void end() {
        assertThat(api.engine().failure()).isNull();
        api.close();
    }

    private static JsonNode problem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        try {
            var problem = JSON.readTree(answer.body());
            assertThat(problem.path("type").asText()).isEqualTo("about:blank");
            assertThat(problem.path("status").asInt()).isEqualTo(status);
            assertThat(problem.path("instance").asText()).startsWith("/");
            return problem;
        } catch (java.io.IOException e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    /v2/process-instances        | {"processDefinitionId": 5}                                           | 'processDefinitionId' is 5; it must be a text
                    /v2/process-instances        | {}                                                                   | 'processDefinitionId' is missing
                    /v2/process-instances        | {"processDefinitionId":"bad","colour":"blue"}                        | There is no field 'colour' (it is "blue" here); known are awaitCompletion
                    /v2/process-instances        | {"processDefinitionId":"bad","processDefinitionKey":1}               | Only one of
                    /v2/process-instances        | {"processDefinitionKey":"12x"}                                       | 'processDefinitionKey' is "12x"; it must be a key
                    /v2/process-instances        | {"processDefinitionKey":99999999999999999999}                        | it must be a key
                    /v2/process-instances        | {"processDefinitionId":"bad","variables":[1]}                        | 'variables' is [1]; it must be an object
                    /v2/process-instances        | {"processDefinitionId":"bad","variables":{"a":{"b":[1e999]}}}        | 'variables.a' has a number that is too large
                    /v2/process-instances        | {"processDefinitionId":"bad","tenantId":"blue"}                      | 'tenantId' is "blue"
                    /v2/process-instances        | {"processDefinitionId":"bad","tags":["1x"]}                          | The tag "1x"
                    /v2/process-instances        | {"processDefinitionId":"bad","startInstructions":[{"elementId":7}]}  | 'startInstructions[0].elementId' is 7
                    /v2/process-instances        | {"processDefinitionId":"bad","startInstructions":[{"elementId":"no"}]} | 'no' is no element of process 'bad'
                    /v2/process-instances        | {"processDefinitionId":"a\\u0000b"}                                  | the character U+0000 at place 2
                    /v2/process-instances        | {"processDefinitionId":"a\\ud800b"}                                  | the character U+D800
                    /v2/process-instances        | {"processDefinitionId":"bad","requestTimeout":-1}                    | 'requestTimeout' is -1; it must be a whole number from 0
                    /v2/process-instances        | [1]                                                                  | The body is [1]; it must be an object
                    /v2/process-instances        | {"a":1,"a":2}                                                        | Duplicate field 'a'
                    /v2/process-instances        | {"a":1} x                                                            | line 1, column
                    /v2/process-instances/search | {"filter":                                                           | not JSON: line 1, column
                    /v2/process-instances/search | {"filter":{"state":"SLEEPING"}}                                      | 'filter.state' is "SLEEPING"; it must be one of ACTIVE, COMPLETED, TERMINATED
                    /v2/process-instances/search | {"filter":{"state":{"$in":["ACTIVE","GONE"]}}}                       | 'filter.state.$in' is "GONE"
                    /v2/process-instances/search | {"filter":{"colour":"blue"}}                                         | There is no field 'filter.colour' to filter by; known are batchOperationId
                    /v2/process-instances/search | {"filter":{"$or":[{"colour":"blue"}]}}                               | 'filter.$or[0].colour'
                    /v2/process-instances/search | {"filter":{"startDate":"yesterday"}}                                 | 'filter.startDate' is "yesterday"; it must be a date and time with offset
                    /v2/process-instances/search | {"filter":{"startDate":{"$about":"2025-01-01T00:00:00Z"}}}           | 'filter.startDate.$about' has no such operator; known are $eq
                    /v2/process-instances/search | {"filter":{"processInstanceKey":{"$gt":"x"}}}                        | must be a key
                    /v2/process-instances/search | {"filter":{"hasIncident":"yes"}}                                     | 'filter.hasIncident' is "yes"; it must be true or false
                    /v2/process-instances/search | {"filter":{"processDefinitionVersion":"1"}}                          | it must be a whole number
                    /v2/process-instances/search | {"filter":{"batchOperationId":"1"}}                                  | cannot be filtered by
                    /v2/process-instances/search | {"filter":{"variables":[{"name":"a"}]}}                              | 'filter.variables[0].value' is missing
                    /v2/process-instances/search | {"sort":[{"field":"colour"}]}                                        | 'sort[0].field' is "colour"; it must be one of endDate, hasIncident
                    /v2/process-instances/search | {"sort":[{"field":"startDate","order":"UP"}]}                        | 'sort[0].order' is "UP"; it must be ASC or DESC
                    /v2/process-instances/search | {"sort":{"field":"startDate"}}                                       | 'sort' is {"field":"startDate"}; it must be a list
                    /v2/process-instances/search | {"page":{"limit":10001}}                                             | 'page.limit' is 10001; it must be a whole number from 0 to 10000
                    /v2/process-instances/search | {"page":{"from":-1}}                                                 | 'page.from' is -1
                    /v2/process-instances/search | {"page":{"after":"xyz"}}                                             | 'page.after' is "xyz"; it must be a cursor
                    /v2/process-instances/search | {"page":{"after":"WyJ4Il0","from":3}}                                | Only one of
                    /v2/process-instances/search | {"page":{"after":"WyJ4Il0"}}                                         | must be a cursor
                    /v2/jobs/activation          | {"timeout":1000,"maxJobsToActivate":1}                               | 'type' is missing; it must be a text
                    /v2/jobs/activation          | {"type":"x","timeout":0,"maxJobsToActivate":1}                       | 'timeout' is 0; it must be a whole number
                    /v2/jobs/activation          | {"type":"x","timeout":1.5,"maxJobsToActivate":1}                     | 'timeout' is 1.5
                    /v2/jobs/activation          | {"type":"x","timeout":9223372036854775807,"maxJobsToActivate":1}     | 'timeout' is 9223372036854775807
                    /v2/jobs/activation          | {"type":"x","timeout":1,"maxJobsToActivate":0}                       | 'maxJobsToActivate' is 0; it must be a whole number, 1 or more
                    /v2/jobs/activation          | {"type":"x","timeout":1,"maxJobsToActivate":1,"tenantIds":["a"]}     | 'tenantIds' is "a"
                    /v2/process-instances/1/migration | {"mappingInstructions":[]}                                     | 'targetProcessDefinitionKey' is missing; it must be the key of
                    /v2/process-instances/1/migration | {"targetProcessDefinitionKey":"x","mappingInstructions":[]}     | 'targetProcessDefinitionKey' is "x"
                    /v2/process-instances/1/migration | {"targetProcessDefinitionKey":"2"}                              | 'mappingInstructions' is missing; it must be a list of objects
                    /v2/process-instances/1/migration | {"targetProcessDefinitionKey":"2","mappingInstructions":[{"sourceElementId":"a"}]} | 'mappingInstructions[0].targetElementId' is missing
                    /v2/process-instances/1/migration | {"targetProcessDefinitionKey":"2","mappingInstructions":[{"sourceElementId":"a","targetElementId":"b","to":1}]} | There is no field 'mappingInstructions[0].to'
                    /v2/jobs/1/completion        | {"result":{"type":"userTask"}}                                       | -
                    /v2/jobs/1/failure           | {"retries":"3"}                                                      | 'retries' is "3"
                    /v2/jobs/1/error             | {}                                                                   | 'errorCode' is missing
                    /v2/jobs/x/completion        | {}                                                                   | The key in the path is "x"
                    /v2/messages/publication     | {"name":"","timeToLive":1}                                           | 'name' is missing
                    /v2/messages/publication     | {"name":"a","timeToLive":-5}                                         | 'timeToLive' is -5
                    /v2/messages/correlation     | {"correlationKey":"a"}                                               | 'name' is missing
                    /v2/signals/broadcast        | {"signalName":true}                                                  | 'signalName' is true
                    /v2/user-tasks/1/assignment  | {}                                                                   | 'assignee' is missing
                    /v2/decision-definitions/evaluation | {}                                                            | 'decisionDefinitionId' is missing
                    /v2/decision-instances/search | {"filter":{"decisionEvaluationInstanceKey":"7"}}                    | it must be a key, such as
                    /actuator/clock/add          | {"offsetMilli":-1}                                                   | 'offsetMilli' is -1
                    """)
    void aWrongFieldIsNamed(String path, String body, String sentence) {
        if (sentence.equals("-")) {
            problem(api.post(path, body), 501);
            return;
        }
        var problem = problem(api.post(path, body), 400);

        assertThat(problem.path("title").asText()).isEqualTo("INVALID_ARGUMENT");
        assertThat(problem.path("detail").asText()).contains(sentence);
        assertThat(problem.path("instance").asText()).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({
        "{\"changeset\":{}}, changes nothing",
        "{\"changeset\":{\"priority\":101}}, from 0 to 100",
        "{\"changeset\":{\"dueDate\":\"soon\"}}, it must be a date and time",
        "{\"changeset\":{\"candidateGroups\":\"a\"}}, it must be a list of texts",
        "{\"changeset\":{\"colour\":\"a\"}}, There is no field 'changeset.colour'",
    })
    void aWrongChangeOfATaskIsNamed(String body, String sentence) {
        assertThat(problem(api.send("PATCH", "/v2/user-tasks/1", body), 400)
                        .path("detail")
                        .asText())
                .contains(sentence);
    }

    @Test
    void nullsAndEmptyThingsAreAsIfTheyWereNotThere() {
        var answer = api.post(
                "/v2/process-instances/search",
                "{\"filter\":{\"processDefinitionId\":{\"$eq\":null,\"$in\":[]},\"colour\":null,\"tags\":[],\"$or\":[]},"
                        + "\"sort\":[],\"page\":null,\"other\":{}}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/v2", "/v2/nothing", "/v2/jobs/1/nothing", "/v2/jobs//completion", "/v2/forms", "/v3/jobs"
            })
    void anUnknownPathIsNotFound(String path) {
        assertThat(problem(api.post(path, "{}"), 404).path("title").asText()).isEqualTo("NOT_FOUND");
    }

    @Test
    void aWrongMethodIsToldTheRightOnes() {
        var answer = api.send("PUT", "/v2/process-instances/search", "{}");

        problem(answer, 405);
        assertThat(answer.headers().firstValue("allow")).contains("POST");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        for (var path : new String[] {
            "process-instances/1",
            "element-instances/1",
            "variables/1",
            "user-tasks/1",
            "incidents/1",
            "process-definitions/1",
            "process-definitions/1/xml",
            "decision-definitions/1",
            "decision-definitions/1/xml",
            "decision-requirements/1",
            "decision-requirements/1/xml",
            "decision-instances/1-1",
            "resources/1",
            "resources/1/content",
            "user-tasks/1/form",
            "process-instances/1/sequence-flows"
        }) {
            problem(api.send("GET", "/v2/" + path, ""), 404);
        }
        problem(api.post("/v2/jobs/1/completion", "{}"), 404);
        problem(api.post("/v2/process-instances/1/cancellation", ""), 404);
        problem(api.post("/v2/incidents/1/resolution", "{}"), 404);
        problem(api.post("/v2/user-tasks/1/completion", "{}"), 404);
        problem(api.send("PUT", "/v2/element-instances/1/variables", "{\"variables\":{\"a\":1}}"), 404);
    }

    @Test
    void aBodyOfAnotherKindIsRefused() {
        problem(
                api.send(HttpRequest.newBuilder(api.at("/v2/jobs/activation"))
                        .header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString("{}"))),
                415);
        problem(api.post("/v2/deployments", "{}"), 415);
    }

    @Test
    void aDeploymentThatIsNoneTellsWhy() {
        var empty = api.send(HttpRequest.newBuilder(api.at("/v2/deployments"))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofString("--x--\r\n")));
        assertThat(problem(empty, 400).path("detail").asText()).contains("'resources' is missing");

        var broken = api.send(
                HttpRequest.newBuilder(api.at("/v2/deployments"))
                        .header("Content-Type", "multipart/form-data; boundary=x")
                        .POST(
                                BodyPublishers.ofString(
                                        "--x\r\nContent-Disposition: form-data; name=\"resources\"; filename=\"a.bpmn\"\r\n\r\n<a>\r\n--x--\r\n")));
        assertThat(problem(broken, 400).path("detail").asText()).contains("a.bpmn");

        problem(
                api.send(HttpRequest.newBuilder(api.at("/v2/deployments"))
                        .header("Content-Type", "multipart/form-data")
                        .POST(BodyPublishers.ofString("rubbish"))),
                415);
    }

    @Test
    void variablesOfTenMegabytesAreTooLarge() {
        var answer = api.post(
                "/v2/process-instances",
                "{\"processDefinitionId\":\"bad\",\"variables\":{\"a\":\"" + "x".repeat(10 << 20) + "\"}}");

        assertThat(problem(answer, 413).path("detail").asText()).contains("4,194,304 bytes");
    }

    @Test
    void variablesOfThreeMegabytesAreKept() {
        var instance = api.start("bad", Map.of("a", "x".repeat(3 << 20)));

        assertThat(api.client()
                        .newVariableSearchRequest()
                        .filter(filter -> filter.processInstanceKey(instance))
                        .send()
                        .join()
                        .singleItem()
                        .isTruncated())
                .isTrue();
        api.client().newCancelInstanceCommand(instance).send().join();
    }

    @Test
    void aDeepBodyIsRefused() {
        problem(
                api.post(
                        "/v2/process-instances",
                        "{\"processDefinitionId\":\"bad\",\"variables\":{\"a\":" + "[".repeat(100_000)),
                400);
    }

    @Test
    void tenThousandJobsAskedForAtOnceAreGivenInPortions() {
        api.deploy(TestApi.work("many", "many.work"));
        for (int i = 0; i < 1_100; i++) {
            api.engine()
                    .submit(core -> core.instances()
                            .create(new org.tandem.engine.core.Instances.NewInstance(
                                    core.deployments().process("many", 0),
                                    Map.of(),
                                    java.util.List.of(),
                                    java.util.List.of())));
        }
        var given = api.client()
                .newActivateJobsCommand()
                .jobType("many.work")
                .maxJobsToActivate(10_000)
                .send()
                .join()
                .getJobs();

        assertThat(given).isNotEmpty().hasSizeLessThanOrEqualTo(1_000);
    }
}
