package org.tandem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.enums.UserTaskState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is lost and nothing is said twice, whenever it is killed. The real application with its engine, in a process of its own. */
@EnabledIfSystemProperty(
        named = "tandem.kill",
        matches = "true",
        disabledReason = "it kills the application with its engine for minutes: run it with -Dtandem.kill=true")
class NothingIsLostIT {

    private static final int INQUIRIES = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir(cleanup = org.junit.jupiter.api.io.CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void inquiriesSurviveAnApplicationThatIsKilledWithItsEngine() throws Exception {
        try (var tandem = new RunningTandem(folder)) {
            tandem.start();
            tandem.awaitEngine();

            var inquiries = new ArrayList<>(ask(tandem, INQUIRIES));
            tandem.kill();
            tandem.start();
            everyInquiryHasOneAnswerOrOneTask(tandem, inquiries);

            inquiries.addAll(ask(tandem, INQUIRIES));
            tandem.kill();
            tandem.start();
            everyInquiryHasOneAnswerOrOneTask(tandem, inquiries);
        }
    }

    private static List<JsonNode> ask(RunningTandem tandem, int count) throws IOException, InterruptedException {
        var questions = questions();
        var receipts = new ArrayList<JsonNode>();
        for (int i = 0; i < count; i++) {
            receipts.add(tandem.ask(questions.get(i % questions.size()), UUID.randomUUID() + "@customer.example"));
        }
        return receipts;
    }

    private static void everyInquiryHasOneAnswerOrOneTask(RunningTandem tandem, List<JsonNode> receipts)
            throws Exception {
        int withPerson = 0;
        for (var receipt : receipts) {
            var inquiry = await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> read(tandem, receipt), RunningInquiry::isPlaced);
            assertThat(inquiry.texts()).doesNotHaveDuplicates();
            assertThat(inquiry.by("AI")).isEqualTo(inquiry.isAnsweredByAi() ? 1 : 0);
            withPerson += inquiry.isAnsweredByAi() ? 0 : 1;
        }
        var tasks = withPerson;
        try (var engine = tandem.engine()) {
            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(engine.newUserTaskSearchRequest()
                                .filter(filter -> filter.state(UserTaskState.CREATED))
                                .send()
                                .join()
                                .page()
                                .totalItems())
                        .isEqualTo(tasks);
                assertThat(engine.newProcessInstanceSearchRequest()
                                .filter(filter -> filter.processDefinitionId("resolve-inquiry")
                                        .state(ProcessInstanceState.ACTIVE))
                                .send()
                                .join()
                                .page()
                                .totalItems())
                        .isEqualTo(receipts.size());
            });
        }
    }

    private static RunningInquiry read(RunningTandem tandem, JsonNode receipt)
            throws IOException, InterruptedException {
        return new RunningInquiry(tandem.get(
                "/api/inquiries/" + receipt.get("id").asText(),
                receipt.get("token").asText()));
    }

    private static List<String> questions() throws IOException {
        return Files.readAllLines(Path.of("src", "test", "resources", "labelled-questions.csv")).stream()
                .skip(1)
                .map(line -> line.substring(0, line.lastIndexOf(',')))
                .map(text -> text.replaceAll("^\"|\"$", "").replace("\"\"", "\""))
                .filter(text -> !text.isBlank())
                .toList();
    }

    private record RunningInquiry(JsonNode json) {

        boolean isPlaced() {
            return isAnsweredByAi() || json.get("state").asText().equals("WITH_PERSON");
        }

        boolean isAnsweredByAi() {
            return json.get("state").asText().equals("AI_ANSWERED");
        }

        long by(String author) {
            return json.get("messages").findValuesAsText("author").stream()
                    .filter(author::equals)
                    .count();
        }

        List<String> texts() {
            return json.get("messages").findValuesAsText("text");
        }
    }
}
