package org.tandem.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.enums.IncidentErrorType;
import io.camunda.client.api.search.enums.JobState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@Row("jobs")
class JobsConformanceTest extends Conformance {

    private static final String JOBS = "components/concepts/job-workers/";
    private static final String COMPLETING = JOBS + "#completing-or-failing-jobs";

    @BeforeEach
    void oneTask() {
        deploy(process()
                .startEvent()
                .serviceTask("task")
                .zeebeJobType(id("work"))
                .endEvent()
                .done());
    }

    @Test
    @Doc(value = JOBS + "#requesting-jobs", silent = "the order: the oldest jobs first")
    void theOldestJobsAreHandedOutFirst() {
        for (var n = 0; n < 4; n++) {
            run(Map.of("n", n));
        }

        var jobs = jobs("work", 4);
        assertThat(jobs).extracting(ActivatedJob::getKey).isSorted();
        assertThat(jobs).extracting(job -> job.getVariablesAsMap().get("n")).containsExactly(0, 1, 2, 3);
    }

    @Test
    @Doc(JOBS + "#requesting-jobs")
    void nobodyGetsMoreJobsThanAskedFor() {
        run();
        run();
        run();

        jobs("work", 3)
                .forEach(job -> client.newFailCommand(job).retries(3).send().join());
        var answer = client.newActivateJobsCommand()
                .jobType(id("work"))
                .maxJobsToActivate(2)
                .send()
                .join();

        assertThat(answer.getJobs()).hasSize(2);
    }

    @Test
    @Doc(JOBS + "#requesting-jobs")
    void aJobHasOneWorkerAtATime() {
        run();
        job("work");

        noJob("work");
    }

    @Test
    @Doc(JOBS + "#requesting-jobs")
    void aWorkerGetsOnlyTheVariablesItWants() {
        run(Map.of("wanted", 1, "other", 2));

        var jobs = awaitJobs(List.of("wanted", "missing"));

        assertThat(jobs.getFirst().getVariablesAsMap()).isEqualTo(Map.of("wanted", 1));
    }

    private List<ActivatedJob> awaitJobs(List<String> variables) {
        return client.newActivateJobsCommand()
                .jobType(id("work"))
                .maxJobsToActivate(1)
                .workerName("the worker")
                .fetchVariables(variables)
                .requestTimeout(EngineUnderTest.CHOSEN.patience())
                .send()
                .join()
                .getJobs();
    }

    @Test
    @Doc(JOBS)
    void aJobTellsWhereItComesFrom() {
        var instance = run();

        var job = awaitJobs(List.of()).getFirst();

        assertThat(job.getType()).isEqualTo(id("work"));
        assertThat(job.getWorker()).isEqualTo("the worker");
        assertThat(job.getBpmnProcessId()).isEqualTo(id("process"));
        assertThat(job.getProcessDefinitionVersion()).isEqualTo(1);
        assertThat(job.getProcessInstanceKey()).isEqualTo(instance);
        assertThat(job.getElementId()).isEqualTo("task");
        assertThat(job.getElementInstanceKey())
                .isEqualTo(waits(instance, "task").getElementInstanceKey());
    }

    @Test
    @Doc(JOBS + "#long-polling")
    void aRequestStaysOpenUntilThereIsAJob() throws Exception {
        var request = client.newActivateJobsCommand()
                .jobType(id("work"))
                .maxJobsToActivate(1)
                .requestTimeout(EngineUnderTest.CHOSEN.patience())
                .send()
                .toCompletableFuture();

        assertThat(request).isNotDone();
        run();

        assertThat(request.get(EngineUnderTest.CHOSEN.patience().toMillis(), TimeUnit.MILLISECONDS)
                        .getJobs())
                .hasSize(1);
    }

    @Test
    @Doc(JOBS + "#timeouts")
    void aJobWhoseTimeIsOverGoesToTheNextWorkerWithTheSameRetries() {
        var instance = run();
        var late = job("work");

        pass(Duration.ofMinutes(2));
        var again = job("work");

        assertThat(again.getKey()).isEqualTo(late.getKey());
        assertThat(again.getRetries()).isEqualTo(late.getRetries());
        complete(again, Map.of());
        completed(instance);
        problem(404, client.newCompleteCommand(late));
    }

    @Test
    @Doc(JOBS + "#timeout-update")
    void aWorkerMayGetMoreTime() {
        run();
        var job = job("work");
        client.newUpdateTimeoutCommand(job).timeout(Duration.ofHours(1)).send().join();

        pass(Duration.ofMinutes(50));
        noJob("work");
        pass(Duration.ofMinutes(11));

        assertThat(job("work").getKey()).isEqualTo(job.getKey());
    }

    @Test
    @Doc(COMPLETING)
    void aFailedJobIsTriedAgainWithTheRetriesItsWorkerSays() {
        var instance = run();
        client.newFailCommand(job("work"))
                .retries(1)
                .errorMessage("not today")
                .send()
                .join();

        var again = job("work");

        assertThat(again.getRetries()).isEqualTo(1);
        assertThat(incidents(instance)).isEmpty();
    }

    @Test
    @Doc(COMPLETING)
    void aFailedJobWaitsForItsBackOff() {
        run();
        client.newFailCommand(job("work"))
                .retries(1)
                .retryBackoff(Duration.ofMinutes(10))
                .send()
                .join();

        noJob("work");
        pass(Duration.ofMinutes(9));
        noJob("work");
        pass(Duration.ofMinutes(2));

        job("work");
    }

    @Test
    @Doc(COMPLETING)
    void aJobWithoutRetriesIsAnIncidentUntilSomebodyGivesItNewOnes() {
        var instance = run();
        var job = job("work");
        client.newFailCommand(job).retries(0).errorMessage("broken").send().join();

        var incident = incident(instance, IncidentErrorType.JOB_NO_RETRIES);
        assertThat(incident.getErrorMessage()).contains("broken");
        assertThat(incident.getJobKey()).isEqualTo(job.getKey());
        noJob("work");
        client.newUpdateRetriesCommand(job).retries(2).send().join();
        noJob("work");
        resolve(incident);
        var again = job("work");

        assertThat(again.getRetries()).isEqualTo(2);
        complete(again, Map.of());
        completed(instance);
    }

    @Test
    @Doc(COMPLETING)
    void variablesOfAFailedJobStayAtItsTask() {
        var instance = run();
        client.newFailCommand(job("work"))
                .retries(1)
                .variables(Map.of("done", 3))
                .send()
                .join();

        var again = job("work");
        assertThat(again.getVariablesAsMap()).containsEntry("done", 3);
        complete(again, Map.of());

        completed(instance);
        hasNo(instance, "done");
    }

    @Test
    @Doc(value = "components/modeler/bpmn/error-events/#throwing-the-error")
    void aJobWithAnErrorIsOver() {
        deploy(process("guarded")
                .startEvent()
                .serviceTask("task")
                .zeebeJobType(id("guarded-work"))
                .boundaryEvent("caught", event -> event.error("E"))
                .endEvent()
                .moveToActivity("task")
                .endEvent()
                .done());
        var instance = run("guarded", Map.of());
        var job = job("guarded-work");

        client.newThrowErrorCommand(job).errorCode("E").send().join();

        completed(instance);
        problem(404, client.newCompleteCommand(job));
        problem(404, client.newThrowErrorCommand(job).errorCode("E"));
    }

    @Test
    @Doc(JOBS + "#timeouts")
    void aJobThatIsDoneIsNotFound() {
        var instance = run();
        var job = job("work");
        complete(job, Map.of());
        completed(instance);

        problem(404, client.newCompleteCommand(job));
        problem(404, client.newFailCommand(job).retries(1));
        problem(404, client.newThrowErrorCommand(job).errorCode("E"));
        problem(404, client.newUpdateRetriesCommand(job).retries(1));
        problem(404, client.newUpdateTimeoutCommand(job).timeout(Duration.ofMinutes(1)));
    }

    @Test
    @Doc(value = COMPLETING, silent = "retries of less than one: not valid")
    void newRetriesHaveToBePositive() {
        run();

        problem(400, client.newUpdateRetriesCommand(job("work")).retries(0));
    }

    @Test
    @Doc("apis-tools/orchestration-cluster-api-rest/specifications/update-job/")
    void retriesAndTimeoutMayBeChangedTogether() {
        run();
        var job = job("work");

        client.newUpdateJobCommand(job)
                .update(7, Duration.ofHours(1).toMillis())
                .send()
                .join();
        pass(Duration.ofMinutes(30));
        noJob("work");
        pass(Duration.ofMinutes(31));

        assertThat(job("work").getRetries()).isEqualTo(7);
    }

    @Test
    @Doc("apis-tools/orchestration-cluster-api-rest/specifications/search-jobs/")
    void jobsAreFoundByTypeAndState() {
        var instance = run();
        var job = job("work");
        found(instance, JobState.CREATED);
        complete(job, Map.of());
        completed(instance);

        found(instance, JobState.COMPLETED);
    }

    private void found(long instance, JobState state) {
        awaited(() -> assertThat(client.newJobSearchRequest()
                        .filter(filter -> filter.processInstanceKey(instance).type(id("work")))
                        .send()
                        .join()
                        .items())
                .singleElement()
                .satisfies(job -> assertThat(job.getState()).isEqualTo(state)));
    }
}
