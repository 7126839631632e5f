package org.tandem.process;

import io.camunda.client.CamundaClient;
import io.camunda.client.CamundaClientBuilder;
import io.grpc.Status;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * An engine that does nothing and says what a test wants to hear, over one of the two protocols. It refuses as prepared, command by
 * command, and then accepts; it says that it is there unless told otherwise.
 */
abstract class FakeEngine implements AutoCloseable {

    /** How a client speaks to it. */
    enum Protocol {
        GRPC,
        REST
    }

    static final String REASON = "Expected something else";

    private final Queue<Refusal> refusals = new ConcurrentLinkedQueue<>();
    private final Queue<Refusal> absences = new ConcurrentLinkedQueue<>();
    private final Queue<Heard> heard = new ConcurrentLinkedQueue<>();
    private @Nullable CamundaClient client;

    /** A command as it came in. */
    record Heard(String command, String subject, String correlationKey, String messageId) {

        Heard(String command, String subject) {
            this(command, subject, "", "");
        }
    }

    /** How a command fails: the status of HTTP or of gRPC. */
    record Refusal(int http, Status.Code grpc) {

        static Refusal of(EngineFailure failure) {
            return switch (failure) {
                case ALREADY_THERE -> new Refusal(409, Status.Code.ALREADY_EXISTS);
                case GONE -> new Refusal(404, Status.Code.NOT_FOUND);
                case BUSY -> new Refusal(503, Status.Code.RESOURCE_EXHAUSTED);
                case AWAY -> new Refusal(504, Status.Code.UNAVAILABLE);
                case REFUSED -> new Refusal(400, Status.Code.INVALID_ARGUMENT);
            };
        }
    }

    static FakeEngine speaking(Protocol protocol) {
        return switch (protocol) {
            case GRPC -> new FakeGrpcEngine();
            case REST -> new FakeRestEngine();
        };
    }

    /** A client that speaks that protocol to whatever is at the port. */
    static CamundaClient client(Protocol protocol, int port, Duration patience) {
        return builder(protocol, port).defaultRequestTimeout(patience).build();
    }

    private static CamundaClientBuilder builder(Protocol protocol, int port) {
        var address = URI.create("http://127.0.0.1:" + port);
        return CamundaClient.newClientBuilder()
                .grpcAddress(address)
                .restAddress(address)
                .preferRestOverGrpc(protocol == Protocol.REST)
                // the build prefers REST for the process tests' sake
                .applyEnvironmentVariableOverrides(false);
    }

    abstract Protocol protocol();

    abstract int port();

    abstract void stop();

    CamundaClient client() {
        if (client == null) {
            client = client(protocol(), port(), Duration.ofMinutes(1));
        }
        return client;
    }

    /** The next commands are refused like this. */
    void refuse(EngineFailure... next) {
        List.of(next).forEach(failure -> refuse(Refusal.of(failure)));
    }

    void refuse(Refusal next) {
        refusals.add(next);
    }

    /** When it is asked whether it is there, it says this next. */
    void hide(Refusal next) {
        absences.add(next);
    }

    @Nullable
    Refusal absence() {
        return absences.poll();
    }

    List<Heard> heard() {
        return List.copyOf(heard);
    }

    /** Remembers the command; the answer is how it is refused. */
    @Nullable
    Refusal hear(Heard command) {
        heard.add(command);
        return refusals.poll();
    }

    @Override
    public void close() {
        if (client != null) {
            client.close();
        }
        stop();
    }
}
