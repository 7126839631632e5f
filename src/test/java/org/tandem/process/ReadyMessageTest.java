package org.tandem.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;
import org.tandem.assistant.Assistant;
import org.tandem.assistant.Readiness;

/** The one line that an operator waits for. */
@ExtendWith(OutputCaptureExtension.class)
class ReadyMessageTest {

    private static final String READY = "Tandem is ready: help page http://localhost:8090/";

    private final ModelDeployment models = mock();
    private final Assistant assistant = mock();
    private final ReadyMessage message =
            new ReadyMessage(models, assistant, new MockEnvironment().withProperty("server.port", "8090"));

    @BeforeEach
    void allButTheAi() {
        when(models.deployed()).thenReturn(CompletableFuture.completedFuture(null));
        when(assistant.readiness()).thenReturn(new Readiness.Preparing("learning"));
        message.open();
    }

    @Test
    void isSaidOnceTheAiIsReadyToo(CapturedOutput output) {
        look(20);
        assertThat(output).doesNotContain("Tandem is ready").containsOnlyOnce("not ready yet: the AI is still loading");

        when(assistant.readiness()).thenReturn(new Readiness.Ready("20260101", ""));
        look(20);

        assertThat(output).containsOnlyOnce(READY);
    }

    @Test
    void namesEverythingThatIsMissing(CapturedOutput output) {
        when(models.deployed()).thenReturn(new CompletableFuture<>());
        look(20);
        when(models.deployed()).thenReturn(CompletableFuture.failedFuture(new IllegalStateException()));
        look(20);

        assertThat(output)
                .containsPattern("not ready yet: the engine does not answer.*; the AI is still loading")
                .containsPattern("not ready yet: the models are not deployed.*; the AI is still loading")
                .doesNotContain("Tandem is ready");
    }

    @ParameterizedTest
    @MethodSource
    void saysThatItIsReadyWithoutAnAiThatCannotBeHad(Readiness without, CapturedOutput output) {
        when(assistant.readiness()).thenReturn(without);

        look(1);

        assertThat(output).contains(READY).containsAnyOf("AI is switched off", "without a new AI model: no knowledge");
    }

    static Readiness[] saysThatItIsReadyWithoutAnAiThatCannotBeHad() {
        return new Readiness[] {new Readiness.SwitchedOff(), new Readiness.Failed("no knowledge")};
    }

    private void look(int times) {
        IntStream.range(0, times).forEach(time -> message.look());
    }
}
