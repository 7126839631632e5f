package org.tandem.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.ProblemDetail;
import io.camunda.client.api.command.ClientHttpException;
import io.camunda.client.api.command.ProblemException;
import io.grpc.Status;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tandem.process.FakeEngine.Protocol;

/** One meaning for what goes wrong, whatever the protocol. */
class EngineFailureTest {

    @ParameterizedTest
    @CsvSource({
        "400, REFUSED",
        "401, REFUSED",
        "403, REFUSED",
        "404, GONE",
        "408, AWAY",
        "409, ALREADY_THERE",
        "413, REFUSED",
        "415, REFUSED",
        "429, BUSY",
        "500, AWAY",
        "502, AWAY",
        "503, BUSY",
        "504, AWAY"
    })
    void anHttpStatusHasAMeaning(int code, EngineFailure meaning) {
        assertThat(EngineFailure.of(new ClientHttpException(code, "reason"))).isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource({
        "INVALID_ARGUMENT, REFUSED",
        "UNAUTHENTICATED, REFUSED",
        "PERMISSION_DENIED, REFUSED",
        "FAILED_PRECONDITION, REFUSED",
        "NOT_FOUND, GONE",
        "ALREADY_EXISTS, ALREADY_THERE",
        "RESOURCE_EXHAUSTED, BUSY",
        "UNAVAILABLE, AWAY",
        "DEADLINE_EXCEEDED, AWAY",
        "INTERNAL, AWAY",
        "UNKNOWN, AWAY",
        "ABORTED, AWAY",
        "CANCELLED, AWAY",
        "DATA_LOSS, AWAY",
        "UNIMPLEMENTED, REFUSED",
        "OUT_OF_RANGE, REFUSED"
    })
    void aGrpcStatusHasAMeaningEvenUnwrapped(Status.Code code, EngineFailure meaning) {
        assertThat(EngineFailure.of(new CompletionException(code.toStatus().asRuntimeException())))
                .isEqualTo(meaning);
    }

    @Test
    void aWrongStateIsAConflictButNothingThatHasBeenDone() {
        var failure = new ProblemException(409, "Conflict", new ProblemDetail().setTitle("INVALID_STATE"));

        assertThat(EngineFailure.of(failure)).isEqualTo(EngineFailure.REFUSED);
    }

    @Test
    void aMistakeOfOurOwnIsNotTheEngineBeingAway() {
        assertThat(EngineFailure.of(new IllegalArgumentException("name must not be null")))
                .isEqualTo(EngineFailure.REFUSED);
    }

    @ParameterizedTest
    @EnumSource
    void anEngineThatRefusesConnectionsIsAway(Protocol protocol) throws IOException {
        assertThat(failureAt(protocol, freePort())).isEqualTo(EngineFailure.AWAY);
    }

    @ParameterizedTest
    @EnumSource
    void anEngineThatNeverAnswersIsAway(Protocol protocol) throws IOException {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            assertThat(failureAt(protocol, silent.getLocalPort())).isEqualTo(EngineFailure.AWAY);
        }
    }

    private static EngineFailure failureAt(Protocol protocol, int port) {
        try (CamundaClient client = FakeEngine.client(protocol, port, Duration.ofMillis(300))) {
            return EngineFailure.of(
                    catchThrowable(() -> client.newTopologyRequest().send().join()));
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
