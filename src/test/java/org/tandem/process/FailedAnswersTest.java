package org.tandem.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.BackoffSupplier;
import io.camunda.client.jobhandling.CamundaClientExecutorService;
import io.camunda.client.jobhandling.CommandWrapper;
import io.camunda.client.metrics.DefaultNoopMetricsRecorder;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.tandem.process.FakeEngine.Heard;
import org.tandem.process.FakeEngine.Protocol;

/** A worker's answer that the engine did not take, over both protocols. */
@ExtendWith(OutputCaptureExtension.class)
class FailedAnswersTest {

    private static final long JOB = 42;
    private static final Heard COMPLETION = new Heard("complete", "42");
    private static final int MANY = 30;

    private final CamundaClientExecutorService executor =
            new CamundaClientExecutorService(Executors.newSingleThreadScheduledExecutor(), true);
    private final FailedAnswers strategy =
            new FailedAnswers(BackoffSupplier.newBackoffBuilder().build(), executor);

    @AfterEach
    void stop() {
        executor.get().shutdownNow();
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerIsGivenAgainUntilTheEngineTakesIt(Protocol protocol, CapturedOutput output) {
        try (var engine = FakeEngine.speaking(protocol)) {
            engine.refuse(EngineFailure.AWAY, EngineFailure.BUSY, EngineFailure.AWAY);

            complete(engine, MANY, Duration.ofMinutes(1));

            await().untilAsserted(() ->
                    assertThat(engine.heard()).containsExactly(COMPLETION, COMPLETION, COMPLETION, COMPLETION));
            assertThat(output).doesNotContain("comes again");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerToAJobThatIsGoneIsForgotten(Protocol protocol, CapturedOutput output) {
        try (var engine = FakeEngine.speaking(protocol)) {
            engine.refuse(EngineFailure.GONE);

            complete(engine, MANY, Duration.ofMinutes(1));

            await().during(Duration.ofMillis(500))
                    .untilAsserted(() -> assertThat(engine.heard()).containsExactly(COMPLETION));
            assertThat(output).doesNotContain("comes again");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerThatTheEngineRefusesIsToldAndNotGivenAgain(Protocol protocol, CapturedOutput output) {
        try (var engine = FakeEngine.speaking(protocol)) {
            engine.refuse(EngineFailure.REFUSED);

            complete(engine, MANY, Duration.ofMinutes(1));

            await().untilAsserted(() -> assertThat(output).contains("ERROR", "comes again: " + FakeEngine.REASON));
            assertThat(engine.heard()).containsExactly(COMPLETION);
        }
    }

    @ParameterizedTest
    @EnumSource
    void noAnswerIsGivenOnceTheJobIsSomebodyElses(Protocol protocol, CapturedOutput output) {
        try (var engine = FakeEngine.speaking(protocol)) {
            engine.refuse(EngineFailure.AWAY);

            complete(engine, MANY, Duration.ofSeconds(-1));

            await().untilAsserted(() -> assertThat(output).contains("WARN", "comes again: " + FakeEngine.REASON));
            assertThat(engine.heard()).containsExactly(COMPLETION);
        }
    }

    private void complete(FakeEngine engine, int attempts, Duration left) {
        var job = mock(ActivatedJob.class);
        when(job.getDeadline()).thenReturn(System.currentTimeMillis() + left.toMillis());
        new CommandWrapper(
                        engine.client().newCompleteCommand(JOB),
                        job,
                        strategy,
                        new DefaultNoopMetricsRecorder(),
                        attempts)
                .executeAsync();
    }
}
