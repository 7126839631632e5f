package org.tandem.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.spring.event.CamundaClientCreatedSpringEvent;
import io.grpc.Status.Code;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.tandem.bpmn.ModelFiles;
import org.tandem.process.FakeEngine.Protocol;
import org.tandem.process.FakeEngine.Refusal;

/** The models go to the engine, or operators hear why not. */
@ExtendWith(OutputCaptureExtension.class)
class ModelDeploymentTest {

    private final DeployedVersions versions = new DeployedVersions();

    @ParameterizedTest
    @EnumSource
    void theModelsAreDeployedTogether(Protocol protocol) {
        try (var engine = FakeEngine.speaking(protocol)) {
            var health = deploy(engine, new Models());

            assertThat(health.getStatus()).isEqualTo(Status.UP);
            assertThat(engine.heard()).hasSize(1);
            assertThat(versions.processes()).isEqualTo(Map.of("resolve-inquiry", 3));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"AWAY", "BUSY"})
    void anEngineThatCannotYetIsAskedAgain(EngineFailure trouble) {
        for (var protocol : Protocol.values()) {
            try (var engine = FakeEngine.speaking(protocol)) {
                engine.refuse(trouble, trouble);

                assertThat(deploy(engine, new Models()).getStatus()).isEqualTo(Status.UP);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void modelsThatTheEngineRefusesAreToldAtOnceAndNotTriedAgain(Protocol protocol, CapturedOutput output) {
        try (var engine = FakeEngine.speaking(protocol)) {
            engine.refuse(EngineFailure.REFUSED);

            var health = deploy(engine, new Models());

            assertThat(health.getStatus()).isEqualTo(Status.DOWN);
            assertThat(health.getDetails())
                    .containsEntry("models", "The engine refuses the models: " + FakeEngine.REASON);
            assertThat(output).contains("ERROR", "The engine refuses the models: " + FakeEngine.REASON);
            await().during(Duration.ofMillis(1_500))
                    .untilAsserted(() -> assertThat(engine.heard()).hasSize(1));
            assertThat(versions.processes()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, INVALID_ARGUMENT, The engine refuses the models",
        "401, UNAUTHENTICATED, The engine does not let Tandem in",
        "403, PERMISSION_DENIED, The engine does not let Tandem in",
        "404, NOT_FOUND, The engine refuses the models",
        "413, OUT_OF_RANGE, The engine refuses the models",
        "415, FAILED_PRECONDITION, The engine refuses the models",
        "501, UNIMPLEMENTED, The engine refuses the models"
    })
    void whateverTheEngineWillNeverDoIsToldAsWhatItIs(int http, Code grpc, String told) {
        for (var protocol : Protocol.values()) {
            try (var engine = FakeEngine.speaking(protocol)) {
                engine.refuse(new Refusal(http, grpc));

                var health = deploy(engine, new Models());

                assertThat(health.getStatus()).isEqualTo(Status.DOWN);
                assertThat(health.getDetails().get("models"))
                        .asString()
                        .startsWith(told)
                        .endsWith(FakeEngine.REASON);
                assertThat(engine.heard()).hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"429, RESOURCE_EXHAUSTED", "504, DEADLINE_EXCEEDED"})
    void whateverPassesIsTriedAgain(int http, Code grpc) {
        for (var protocol : Protocol.values()) {
            try (var engine = FakeEngine.speaking(protocol)) {
                engine.hide(new Refusal(http, grpc));
                engine.refuse(new Refusal(http, grpc));

                assertThat(deploy(engine, new Models()).getStatus()).isEqualTo(Status.UP);
                assertThat(engine.heard()).hasSize(2);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void anEngineThatDoesNotLetTandemInIsNotTakenForOneThatIsAway(Protocol protocol) {
        try (var engine = FakeEngine.speaking(protocol)) {
            engine.hide(new Refusal(401, Code.UNAUTHENTICATED));

            assertThat(deploy(engine, new Models()).getDetails().get("models"))
                    .asString()
                    .contains("does not let Tandem in", "camunda.client.auth");
        }
    }

    @Test
    void changedFilesAreTriedAgain(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("broken.bpmn"), "<no-model/>");
        try (var engine = FakeEngine.speaking(Protocol.REST)) {
            var deployment = new ModelDeployment(
                    new ModelSource(folder.toUri().toString(), Set.of("sweden", "united-kingdom")), versions);
            deployment.on(new CamundaClientCreatedSpringEvent(this, engine.client()));
            await().until(() -> deployment.deployed().isCompletedExceptionally());

            try (var models = Files.newDirectoryStream(Path.of("processes"), "*.{bpmn,dmn,form}")) {
                for (var model : models) {
                    Files.copy(model, folder.resolve(model.getFileName()));
                }
            }
            Files.delete(folder.resolve("broken.bpmn"));

            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(deployment.deployed()).isCompleted());
            assertThat(engine.heard()).hasSize(1);
            deployment.stop();
        }
    }

    @Test
    void modelsThatBreakTheRulesDoNotReachTheEngine(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("broken.bpmn"), "<no-model/>");
        try (var engine = FakeEngine.speaking(Protocol.REST)) {
            var health = deploy(engine, new ModelSource(folder.toUri().toString(), Set.of("sweden", "united-kingdom")));

            assertThat(health.getStatus()).isEqualTo(Status.DOWN);
            assertThat(health.getDetails().get("models")).asString().contains("broken.bpmn");
            assertThat(engine.heard()).isEmpty();
        }
    }

    @Test
    void aFolderWithoutModelsIsNamed(@TempDir Path folder) {
        try (var engine = FakeEngine.speaking(Protocol.REST)) {
            assertThat(deploy(engine, new ModelSource(folder.toUri().toString(), Set.of("sweden", "united-kingdom")))
                            .getDetails()
                            .get("models"))
                    .asString()
                    .contains(folder.getFileName().toString(), "tandem.process.models");
        }
    }

    private Health deploy(FakeEngine engine, ModelSource source) {
        var deployment = new ModelDeployment(source, versions);
        var health = new ModelsHealth(deployment, versions);
        assertThat(health.health().getStatus()).isEqualTo(Status.UNKNOWN);

        deployment.on(new CamundaClientCreatedSpringEvent(this, engine.client()));

        await().until(() -> deployment.deployed().isDone());
        var told = health.health();
        deployment.stop();
        return told;
    }

    /** Models that nobody has to check. */
    private static final class Models extends ModelSource {

        Models() {
            super("nowhere", Set.of());
        }

        @Override
        ModelFiles checked() {
            return ModelFiles.of(Map.of("answer.form", "{}".getBytes(StandardCharsets.UTF_8)));
        }
    }
}
