package org.tandem.engine;

import static io.camunda.client.api.search.enums.ProcessInstanceState.ACTIVE;
import static io.camunda.client.api.search.enums.ProcessInstanceState.COMPLETED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.response.ProcessInstance;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.tandem.engine.rest.RestServer;
import org.tandem.engine.rest.RestSettings;
import org.tandem.testing.PostgresCluster;

/** Killed at any moment, the engine has lost nothing that it answered, and has done nothing twice. */
@Execution(ExecutionMode.CONCURRENT)
class EngineKillIT {

    private static final int ROUNDS = 4;
    private static final int PAGE = 1_000;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private final Impatient clients = new Impatient();

    @Test
    void nothingIsLostOnAFile() throws Exception {
        killAndCheck("a file", folder.toString());
    }

    @Test
    void nothingIsLostOnPostgres() throws Exception {
        assumeTrue(PostgresCluster.isInstalled(), "PostgreSQL is not installed here: no engine is killed on it");

        killAndCheck("PostgreSQL", PostgresCluster.shared().newDatabase());
    }

    private void killAndCheck(String name, String store) throws Exception {
        for (var round = 0; round < ROUNDS; round++) {
            try (var engine = start(store, round);
                    var client = engine.client()) {
                client.newDeployResourceCommand()
                        .addProcessModel(Asked.work(), "work.bpmn")
                        .send()
                        .join();
                var before = clients.completed().size();
                var busy = clients.begin(client, "round-" + round);
                await().until(() -> clients.completed().size() > before);
                TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(50, 700));
                engine.kill();
                assertThat(busy.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
            }
        }
        try (var engine = new Engine(EngineMain.store(store), InstantSource.system());
                var server = new RestServer(engine, RestSettings.onLoopback(0));
                var client = EngineProcess.client(server.address())) {
            check(name, client);
        }
    }

    private EngineProcess start(String store, int round) throws Exception {
        return EngineProcess.start(store, folder.resolve("engine-%d.log".formatted(round)));
    }

    private void check(String name, CamundaClient client) {
        var there = instancesById(client);

        assertThat(clients.created()).as("instances that were answered").isNotEmpty();
        assertThat(there).containsAllEntriesOf(clients.created());
        assertThat(clients.asked()).containsAll(there.keySet());
        assertThat(clients.completed()).as("completions that were answered").isNotEmpty();
        assertThat(instances(client, COMPLETED)).containsAll(clients.completed());

        try (var worker = client.newWorker()
                .jobType(Asked.WORK)
                .handler((jobs, job) -> jobs.newCompleteCommand(job).send().join())
                .requestTimeout(Duration.ofMillis(500))
                .open()) {
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> instances(client, ACTIVE).isEmpty());
        }
        assertThat(instances(client, COMPLETED)).containsExactlyInAnyOrderElementsOf(there.values());
        assertThat(client.newJobSearchRequest().send().join().page().totalItems())
                .isEqualTo(there.size());
        System.out.printf(
                "Killed %d times on %s: %d of %d creations answered, %d there; %d completions answered; all %d went to the end%n",
                ROUNDS,
                name,
                clients.created().size(),
                clients.asked().size(),
                there.size(),
                clients.completed().size(),
                there.size());
    }

    /** No two with the same id. */
    private static Map<String, Long> instancesById(CamundaClient client) {
        var found = new HashMap<String, Long>();
        while (true) {
            var from = found.size();
            var page = client.newVariableSearchRequest()
                    .filter(variable -> variable.name(Impatient.ID))
                    .sort(order -> order.value().asc())
                    .page(pages -> pages.from(from).limit(PAGE))
                    .send()
                    .join()
                    .items();
            for (var variable : page) {
                var id = variable.getValue().replace("\"", "");
                assertThat(found.put(id, variable.getProcessInstanceKey()))
                        .as(id)
                        .isNull();
            }
            if (page.size() < PAGE) {
                return found;
            }
        }
    }

    private static List<Long> instances(CamundaClient client, ProcessInstanceState state) {
        var found = new ArrayList<Long>();
        while (true) {
            var page = client.newProcessInstanceSearchRequest()
                    .filter(instance -> instance.state(state))
                    .sort(order -> order.processInstanceKey().asc())
                    .page(pages -> pages.from(found.size()).limit(PAGE))
                    .send()
                    .join()
                    .items();
            page.stream().map(ProcessInstance::getProcessInstanceKey).forEach(found::add);
            if (page.size() < PAGE) {
                return found;
            }
        }
    }
}
