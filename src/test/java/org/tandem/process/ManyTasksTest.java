package org.tandem.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.client.CamundaClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tandem.desk.Task;

/** With two thousand agents more tasks are open than one search gives. */
class ManyTasksTest {

    private static final int OPEN = 2_345;

    private CountingEngine server;
    private CamundaClient client;
    private EngineTasks tasks;

    @BeforeEach
    void manyTasksAreOpen() throws IOException {
        server = new CountingEngine()
                .finds("user-tasks", asked -> OPEN, ManyTasksTest::task)
                .finds("variables", ManyTasksTest::howManyVariables, ManyTasksTest::variable);
        client = server.client();
        tasks = new EngineTasks(client, new ObjectMapper());
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void allThatSomebodyHasAreFound() {
        assertThat(tasks.heldBy(Set.of("anna")))
                .extracting(Task::key)
                .doesNotHaveDuplicates()
                .hasSize(OPEN);
    }

    @Test
    void allThatAreOpenAreCountedAndOnlyThoseThatAreShownAreAskedWhatTheyAreAbout() {
        var open = tasks.open().flatMap(List::stream).toList();

        assertThat(open).extracting(Task::key).doesNotHaveDuplicates().hasSize(OPEN);
        assertThat(open).extracting(Task::subject).containsOnly(Task.Subject.UNKNOWN);
        assertThat(tasks.withSubjects(open.subList(0, 50)))
                .hasSize(50)
                .extracting(task -> task.subject().skills())
                .containsOnly(List.of("payments"));
    }

    @Test
    void allThatNobodyHasAreFoundWithWhatTheyAreAbout() {
        var free = new ArrayList<Task>();

        tasks.free().forEach(free::addAll);

        assertThat(free).extracting(Task::key).doesNotHaveDuplicates().hasSize(OPEN);
        assertThat(free).extracting(task -> task.subject().skills()).containsOnly(List.of("payments"));
    }

    private static void task(ObjectNode task, int i) {
        task.put("userTaskKey", String.valueOf(1_000_000 + i))
                .put("processInstanceKey", String.valueOf(i % 1_000))
                .put("elementId", "Task_AnswerCustomer")
                .put("processDefinitionId", "resolve-by-person")
                .put("state", "CREATED")
                .put("creationDate", "2026-03-02T12:00:00.000Z");
    }

    /** Eight for each process, of which routing is the last. */
    private static int howManyVariables(JsonNode asked) {
        return 8 * 1_000;
    }

    private static void variable(ObjectNode variable, int i) {
        var isLast = i >= 7 * 1_000;
        variable.put("variableKey", String.valueOf(i))
                .put("processInstanceKey", String.valueOf(i % 1_000))
                .put("name", isLast ? "routing" : "topic")
                .put("value", isLast ? "{\"skills\": [\"payments\"]}" : "\"refund-status\"");
    }
}
