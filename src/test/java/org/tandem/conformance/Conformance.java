package org.tandem.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.FinalCommandStep;
import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.response.DeploymentEvent;
import io.camunda.client.api.search.enums.ElementInstanceState;
import io.camunda.client.api.search.enums.IncidentErrorType;
import io.camunda.client.api.search.enums.IncidentState;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.response.ElementInstance;
import io.camunda.client.api.search.response.Incident;
import io.camunda.client.api.search.response.UserTask;
import io.camunda.client.impl.CamundaObjectMapper;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.ProcessBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What every conformance test needs: the official client, ids of its own, and patience. Commands are answered at once, but a cluster
 * works and its searches catch up later, so everything asked for is awaited.
 */
abstract class Conformance {

    @RegisterExtension
    static final Extension ENGINE = EngineUnderTest.CHOSEN.extension();

    private static final Duration JOB_TIMEOUT = Duration.ofMinutes(1);
    private static final CamundaObjectMapper JSON = new CamundaObjectMapper();

    private final String unique =
            "c" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);

    CamundaClient client;
    CamundaProcessTestContext context;

    /** A name that no other test uses. */
    String id(String name) {
        return unique + "-" + name;
    }

    ProcessBuilder process() {
        return process("process");
    }

    ProcessBuilder process(String name) {
        return Bpmn.createExecutableProcess(id(name));
    }

    DeploymentEvent deploy(BpmnModelInstance... models) {
        var files = new LinkedHashMap<String, String>();
        for (var model : models) {
            files.put("model" + files.size() + ".bpmn", Bpmn.convertToString(model));
        }
        return deploy(files);
    }

    /** Deploys files together, by name; {@code ID} in them becomes this test's own. */
    DeploymentEvent deploy(Map<String, String> files) {
        return deployment(files).send().join();
    }

    FinalCommandStep<DeploymentEvent> deployment(Map<String, String> files) {
        var command = client.newDeployResourceCommand();
        var last = new ArrayList<FinalCommandStep<DeploymentEvent>>();
        files.forEach(
                (name, text) -> last.add(command.addResourceStringUtf8(text.replace("ID-", unique + "-"), id(name))));
        return last.getLast();
    }

    /** A small file of this package, with this test's own ids. */
    static String file(String name) {
        try (var stream = Conformance.class.getResourceAsStream("/conformance/" + name)) {
            return new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** What a refused deployment says. */
    String refusal(BpmnModelInstance model) {
        return problem(400, deployment(Map.of("model.bpmn", Bpmn.convertToString(model))))
                .details()
                .getDetail();
    }

    static ProblemException problem(int code, FinalCommandStep<?> command) {
        var problem = catchThrowableOfType(
                ProblemException.class, () -> command.send().join());
        assertThat(problem).as("the command is refused").isNotNull();
        assertThat(problem.code()).as(problem.getMessage()).isEqualTo(code);
        return problem;
    }

    long run() {
        return run(Map.of());
    }

    long run(Map<String, Object> variables) {
        return run("process", variables);
    }

    long run(String process, Map<String, Object> variables) {
        return client.newCreateInstanceCommand()
                .bpmnProcessId(id(process))
                .latestVersion()
                .variables(variables)
                .send()
                .join()
                .getProcessInstanceKey();
    }

    void publish(String message, String key, Map<String, Object> variables) {
        publish(message, key, Duration.ZERO, variables);
    }

    void publish(String message, String key, Duration timeToLive, Map<String, Object> variables) {
        client.newPublishMessageCommand()
                .messageName(id(message))
                .correlationKey(key)
                .timeToLive(timeToLive)
                .variables(variables)
                .send()
                .join();
    }

    void broadcast(String signal, Map<String, Object> variables) {
        client.newBroadcastSignalCommand()
                .signalName(id(signal))
                .variables(variables)
                .send()
                .join();
    }

    void pass(Duration time) {
        EngineUnderTest.CHOSEN.pass(time, context);
    }

    /** The next job of a type, as soon as there is one. */
    ActivatedJob job(String type) {
        return jobs(type, 1).getFirst();
    }

    /** So many jobs of a type, as soon as there are that many. */
    List<ActivatedJob> jobs(String type, int count) {
        var jobs = new ArrayList<ActivatedJob>();
        patiently("jobs of type " + type).until(() -> {
            jobs.addAll(activate(type, count - jobs.size()));
            return jobs.size() == count;
        });
        return jobs;
    }

    private List<ActivatedJob> activate(String type, int atMost) {
        return client.newActivateJobsCommand()
                .jobType(id(type))
                .maxJobsToActivate(atMost)
                .timeout(JOB_TIMEOUT)
                .requestTimeout(Duration.ofSeconds(-1))
                .send()
                .join()
                .getJobs();
    }

    /** To be asked only after something that would have happened later has been seen. */
    void noJob(String type) {
        assertThat(activate(type, 1)).as("jobs of type " + type).isEmpty();
    }

    void complete(String type) {
        complete(type, Map.of());
    }

    void complete(String type, Map<String, Object> variables) {
        complete(job(type), variables);
    }

    void complete(ActivatedJob job, Map<String, Object> variables) {
        client.newCompleteCommand(job).variables(variables).send().join();
    }

    void completed(long instance) {
        is(instance, ProcessInstanceState.COMPLETED);
    }

    void terminated(long instance) {
        is(instance, ProcessInstanceState.TERMINATED);
    }

    void is(long instance, ProcessInstanceState state) {
        awaited(() -> assertThat(client.newProcessInstanceGetRequest(instance)
                        .send()
                        .join()
                        .getState())
                .isEqualTo(state));
    }

    /** The element is there, once, and waits. */
    ElementInstance waits(long instance, String element) {
        return only(instance, element, ElementInstanceState.ACTIVE);
    }

    ElementInstance only(long instance, String element, ElementInstanceState state) {
        awaited(() -> assertThat(elements(instance, element))
                .extracting(ElementInstance::getState)
                .filteredOn(state::equals)
                .as("%s is %s", element, state)
                .hasSize(1));
        return elements(instance, element).stream()
                .filter(found -> found.getState() == state)
                .findFirst()
                .orElseThrow();
    }

    /** The element is over: done, or ended before that. */
    void passed(long instance, String element) {
        only(instance, element, ElementInstanceState.COMPLETED);
    }

    void stopped(long instance, String element) {
        only(instance, element, ElementInstanceState.TERMINATED);
    }

    /** To be asked only after something that would have happened later has been seen. */
    void neverReached(long instance, String element) {
        assertThat(elements(instance, element)).as(element).isEmpty();
    }

    List<ElementInstance> elements(long instance, String element) {
        return client.newElementInstanceSearchRequest()
                .filter(filter -> filter.processInstanceKey(instance).elementId(element))
                .send()
                .join()
                .items();
    }

    /** The one instance of a process that runs or has run; waited for. */
    long only(String process) {
        return instances(process, 1).getFirst();
    }

    /** So many instances of a process, in the order in which they began. */
    List<Long> instances(String process, int count) {
        var keys = new ArrayList<Long>();
        awaited(() -> {
            keys.clear();
            client.newProcessInstanceSearchRequest()
                    .filter(filter -> filter.processDefinitionId(id(process)))
                    .sort(sort -> sort.processInstanceKey().asc())
                    .send()
                    .join()
                    .items()
                    .forEach(found -> keys.add(found.getProcessInstanceKey()));
            assertThat(keys).as("instances of " + process).hasSize(count);
        });
        return keys;
    }

    /** The one open incident of an instance. */
    Incident incident(long instance, IncidentErrorType type) {
        var open = new ArrayList<Incident>();
        awaited(() -> {
            open.clear();
            open.addAll(incidents(instance));
            assertThat(open).hasSize(1);
            assertThat(open.getFirst().getErrorType()).isEqualTo(type);
        });
        return open.getFirst();
    }

    List<Incident> incidents(long instance) {
        return client.newIncidentSearchRequest()
                .filter(filter -> filter.processInstanceKey(instance).state(IncidentState.ACTIVE))
                .send()
                .join()
                .items();
    }

    void noIncident(long instance) {
        awaited(() -> assertThat(incidents(instance)).isEmpty());
    }

    void resolve(Incident incident) {
        client.newResolveIncidentCommand(incident.getIncidentKey()).send().join();
    }

    /** The one user task of an instance. */
    UserTask task(long instance) {
        var tasks = new ArrayList<UserTask>();
        awaited(() -> {
            tasks.clear();
            tasks.addAll(client.newUserTaskSearchRequest()
                    .filter(filter -> filter.processInstanceKey(instance))
                    .send()
                    .join()
                    .items());
            assertThat(tasks).hasSize(1);
        });
        return tasks.getFirst();
    }

    void set(long scope, Map<String, Object> variables) {
        client.newSetVariablesCommand(scope)
                .variables(variables)
                .local(false)
                .send()
                .join();
    }

    /** A variable of the process instance itself gets this value. */
    void has(long instance, String name, Object value) {
        awaited(() -> assertThat(variables(instance, instance)).containsEntry(name, value));
    }

    /** To be asked only after something that would have happened later has been seen. */
    void hasNo(long instance, String name) {
        assertThat(variables(instance, instance)).doesNotContainKey(name);
    }

    /** The variables of exactly one scope. */
    Map<String, Object> variables(long instance, long scope) {
        var variables = new LinkedHashMap<String, Object>();
        client.newVariableSearchRequest()
                .filter(filter -> filter.processInstanceKey(instance).scopeKey(scope))
                .send()
                .join()
                .items()
                .forEach(variable ->
                        variables.put(variable.getName(), JSON.fromJson(variable.getValue(), Object.class)));
        return variables;
    }

    static void awaited(ThrowingRunnable assertion) {
        patiently("").untilAsserted(assertion);
    }

    private static ConditionFactory patiently(String what) {
        return await(what)
                .atMost(EngineUnderTest.CHOSEN.patience())
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptionsMatching(Conformance::isNotThereYet);
    }

    private static boolean isNotThereYet(Throwable problem) {
        return problem instanceof ProblemException refused && refused.code() == 404;
    }
}
