package org.tandem.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.zeebe.gateway.protocol.GatewayGrpc.GatewayImplBase;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.PublishMessageRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.PublishMessageResponse;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tandem.inquiry.InquiryId;
import org.tandem.inquiry.PersonRequested;

/** What the engine hears, told to a server that speaks its protocol. */
class EngineMessagesTest {

    private final PersonRequested event = new PersonRequested(
            UUID.randomUUID(), InquiryId.of(UUID.randomUUID().toString()), "key:1");
    private final Gateway gateway = new Gateway();
    private Server server;
    private CamundaClient client;
    private EngineMessages messages;

    @BeforeEach
    void listen() throws IOException {
        server = NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", 0))
                .addService(gateway)
                .build()
                .start();
        client = CamundaClient.newClientBuilder()
                .grpcAddress(URI.create("http://127.0.0.1:" + server.getPort()))
                .preferRestOverGrpc(false)
                // the build prefers REST for the process tests' sake
                .applyEnvironmentVariableOverrides(false)
                .build();
        messages = new EngineMessages(client, Duration.ofDays(1));
    }

    @AfterEach
    void hangUp() {
        client.close();
        server.shutdownNow();
    }

    @Test
    void theEventIdIsTheMessageIdSoThatItIsHeardOnce() {
        messages.on(event);

        assertThat(gateway.heard).singleElement().satisfies(message -> {
            assertThat(message.getName()).isEqualTo("person-requested");
            assertThat(message.getCorrelationKey()).isEqualTo("key:1");
            assertThat(message.getMessageId()).isEqualTo(event.eventId().toString());
        });
    }

    @Test
    void anEngineThatHasHeardItBeforeIsNoTrouble() {
        gateway.answers.add(Status.ALREADY_EXISTS);

        messages.on(event);

        assertThat(gateway.heard).hasSize(1);
    }

    @Test
    void aBusyEngineIsToldAgainSoonUntilItHasTheMessage() {
        gateway.answers.addAll(List.of(Status.RESOURCE_EXHAUSTED, Status.RESOURCE_EXHAUSTED));

        messages.on(event);

        assertThat(gateway.heard)
                .hasSize(3)
                .allSatisfy(message -> assertThat(message.getMessageId())
                        .isEqualTo(event.eventId().toString()));
    }

    @Test
    void anEngineThatIsAwayLeavesTheEventInTheDatabase() {
        gateway.answers.add(Status.UNAVAILABLE);

        assertThatThrownBy(() -> messages.on(event)).isInstanceOf(ClientStatusException.class);
    }

    /** Answers with the prepared statuses first, then accepts. */
    private static final class Gateway extends GatewayImplBase {

        private final Queue<Status> answers = new ArrayDeque<>();
        private final List<PublishMessageRequest> heard = new ArrayList<>();

        @Override
        public void publishMessage(PublishMessageRequest request, StreamObserver<PublishMessageResponse> response) {
            heard.add(request);
            var refusal = answers.poll();
            if (refusal != null) {
                response.onError(refusal.asRuntimeException());
                return;
            }
            response.onNext(
                    PublishMessageResponse.newBuilder().setKey(heard.size()).build());
            response.onCompleted();
        }
    }
}
