package org.tandem.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Clients that create instances and do jobs as fast as they can, until the engine is gone, and remember what they asked and what they were promised. */
final class Impatient {

    static final String ID = "id";

    private static final int CREATING = 8;
    private static final int WORKING = 4;

    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> created = new ConcurrentHashMap<>();
    private final Set<Long> completed = ConcurrentHashMap.newKeySet();

    /** Every creation that was asked for, by the unique variable that the instance was to have. */
    Set<String> asked() {
        return asked;
    }

    /** The instance of every creation that was answered. */
    Map<String, Long> created() {
        return created;
    }

    /** The instance of every job whose completion was answered. */
    Set<Long> completed() {
        return completed;
    }

    /** Begins; what is returned ends by itself when the engine is gone. */
    ExecutorService begin(CamundaClient client, String round) {
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        for (var i = 0; i < CREATING; i++) {
            var name = round + "-" + i;
            threads.submit(() -> create(client, name));
        }
        for (var i = 0; i < WORKING; i++) {
            threads.submit(() -> work(client));
        }
        threads.shutdown();
        return threads;
    }

    private boolean create(CamundaClient client, String name) {
        for (var i = 0; ; i++) {
            var id = name + "-" + i;
            asked.add(id);
            created.put(
                    id,
                    client.newCreateInstanceCommand()
                            .bpmnProcessId(Asked.WORK)
                            .latestVersion()
                            .variables(Map.of(ID, id))
                            .send()
                            .join()
                            .getProcessInstanceKey());
        }
    }

    private boolean work(CamundaClient client) {
        while (true) {
            client.newActivateJobsCommand()
                    .jobType(Asked.WORK)
                    .maxJobsToActivate(5)
                    .timeout(Duration.ofSeconds(2))
                    .send()
                    .join()
                    .getJobs()
                    .forEach(job -> complete(client, job));
        }
    }

    private void complete(CamundaClient client, ActivatedJob job) {
        client.newCompleteCommand(job).send().join();
        completed.add(job.getProcessInstanceKey());
    }
}
