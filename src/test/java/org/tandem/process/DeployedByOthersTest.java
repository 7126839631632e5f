package org.tandem.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.response.DeploymentEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandem.bpmn.ModelFiles;
import org.tandem.engine.Engine;
import org.tandem.engine.rest.RestServer;
import org.tandem.engine.rest.RestSettings;
import org.tandem.engine.store.Stores;
import org.tandem.process.FakeEngine.Protocol;

/** Who deploys straight into the embedded engine keeps the rules as well, as far as inquiries are concerned. */
class DeployedByOthersTest {

    private static final ModelSource SOURCE = new ModelSource("file:processes", Set.of("sweden", "united-kingdom"));
    private static final Engine ENGINE = new Engine(Stores.inMemory(), InstantSource.system());
    private static final RestServer SERVER =
            new RestServer(ENGINE, RestSettings.onLoopback(0), new DeployedByOthers(SOURCE));

    private static CamundaClient client;

    @BeforeAll
    static void connect() {
        client = FakeEngine.client(Protocol.REST, SERVER.address().getPort(), Duration.ofSeconds(30));
    }

    @AfterAll
    static void stop() {
        client.close();
        SERVER.close();
        ENGINE.close();
    }

    @Test
    void ourOwnModelsAreDeployed() {
        var files = SOURCE.checked().files();

        assertThat(deploy(files).getProcesses())
                .hasSameSizeAs(files.keySet().stream()
                        .filter(name -> name.endsWith(".bpmn"))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<serviceTask id='t'><extensionElements><zeebe:taskDefinition type='press-the-button'/></extensionElements></serviceTask>",
                "<userTask id='t'><extensionElements><zeebe:userTask/></extensionElements></userTask>",
                "<intermediateCatchEvent id='t'><messageEventDefinition id='e' messageRef='theirs'/></intermediateCatchEvent>",
                "<manualTask id='t'/>"
            })
    void whatHasNothingToDoWithInquiriesMayDoAsItLikes(String node) {
        assertThat(deploy(Map.of("other.bpmn", process(node).getBytes(UTF_8))).getProcesses())
                .hasSize(1);
    }

    @Test
    void decisionsAndFormsAloneAreDeployed() throws IOException {
        var files = new TreeMap<String, byte[]>();
        for (var file : new String[] {"confidence-gate.dmn", "answer-customer.form"}) {
            files.put(file, Files.readAllBytes(Path.of("processes", file)));
        }

        assertThat(deploy(files).getForm()).hasSize(1);
    }

    @Test
    void aProcessThatStartsNowhereByItselfIsDeployedByItself() throws IOException {
        assertThat(deploy(Map.of(
                                "collect-feedback.bpmn",
                                Files.readAllBytes(Path.of("processes/collect-feedback.bpmn"))))
                        .getProcesses())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <serviceTask id='t' name='Send'><extensionElements><zeebe:taskDefinition type='inquiry.send-ai-answer'/></extensionElements></serviceTask> | "Send" (t): AI text can go out that the confidence gate has not seen
            <intermediateCatchEvent id='t'><messageEventDefinition id='e' messageRef='ours'/></intermediateCatchEvent> | t: the process waits for ever if the message does not come
            """)
    void whatHasToDoWithInquiriesKeepsTheRules(String node, String complaint) {
        assertThatThrownBy(() -> deploy(Map.of("other.bpmn", process(node).getBytes(UTF_8))))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.code()).isEqualTo(400);
                    assertThat(refused.details().getTitle()).isEqualTo("INVALID_ARGUMENT");
                    assertThat(refused.details().getDetail()).contains("other.bpmn", complaint, "(rule: ");
                });
    }

    @Test
    void ourProcessWithoutWhatItIsBoundToIsRefusedForThatAndNotForWhatFollowsFromIt() throws IOException {
        var alone = Map.of("resolve-inquiry.bpmn", Files.readAllBytes(Path.of("processes/resolve-inquiry.bpmn")));

        assertThatThrownBy(() -> deploy(alone))
                .hasMessageContaining("there is no decision confidence-gate among the models")
                .hasMessageContaining("there is no process resolve-by-person among the models")
                .hasMessageNotContaining("goes round for ever")
                .hasMessageNotContaining("AI text can go out");
    }

    @Test
    void ourModelsWithAMistakeAreRefused() {
        var files = new TreeMap<>(ModelFiles.inFolder(Path.of("processes")).files());
        files.computeIfPresent(
                "answer-customer.form",
                (name, form) -> new String(form, UTF_8)
                        .replace("\"key\": \"resolutionCode\"", "\"key\": \"resolution code\"")
                        .getBytes(UTF_8));

        assertThatThrownBy(() -> deploy(files)).hasMessageContaining("its key \"resolution code\" is no name");
    }

    private static String process(String node) {
        return """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" \
                id="d" targetNamespace="t">
                  <process id="other" isExecutable="true"><startEvent id="s"/><sequenceFlow id="f" sourceRef="s" targetRef="t"/>%s</process>
                  <message id="ours" name="person-requested"><extensionElements>\
                <zeebe:subscription correlationKey="=conversationKey"/></extensionElements></message>
                  <message id="theirs" name="weather-changed"><extensionElements>\
                <zeebe:subscription correlationKey="=place"/></extensionElements></message>
                </definitions>
                """.formatted(node);
    }

    private static DeploymentEvent deploy(Map<String, byte[]> files) {
        DeployResourceCommandStep2 all = null;
        for (var file : files.entrySet()) {
            all = (all == null ? client.newDeployResourceCommand() : all)
                    .addResourceBytes(file.getValue(), file.getKey());
        }
        return Objects.requireNonNull(all).send().join();
    }
}
