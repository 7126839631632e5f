package org.tandem.process;

import io.camunda.zeebe.gateway.protocol.GatewayGrpc.GatewayImplBase;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.BrokerInfo;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CompleteJobRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CompleteJobResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DeployResourceRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DeployResourceResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.Deployment;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ProcessMetadata;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.PublishMessageRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.PublishMessageResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.TopologyRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.TopologyResponse;
import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** The engine of a test, speaking gRPC. */
final class FakeGrpcEngine extends FakeEngine {

    private final Server server;

    FakeGrpcEngine() {
        try {
            server = NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", 0))
                    .addService(new Gateway())
                    .build()
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    Protocol protocol() {
        return Protocol.GRPC;
    }

    @Override
    int port() {
        return server.getPort();
    }

    @Override
    void stop() {
        server.shutdownNow();
    }

    private final class Gateway extends GatewayImplBase {

        @Override
        public void topology(TopologyRequest request, StreamObserver<TopologyResponse> response) {
            answer(
                    absence(),
                    TopologyResponse.newBuilder()
                            .addBrokers(BrokerInfo.getDefaultInstance())
                            .build(),
                    response);
        }

        @Override
        public void publishMessage(PublishMessageRequest request, StreamObserver<PublishMessageResponse> response) {
            answer(
                    new Heard("publish", request.getName(), request.getCorrelationKey(), request.getMessageId()),
                    PublishMessageResponse.getDefaultInstance(),
                    response);
        }

        @Override
        public void completeJob(CompleteJobRequest request, StreamObserver<CompleteJobResponse> response) {
            answer(
                    new Heard("complete", String.valueOf(request.getJobKey())),
                    CompleteJobResponse.getDefaultInstance(),
                    response);
        }

        @Override
        public void deployResource(DeployResourceRequest request, StreamObserver<DeployResourceResponse> response) {
            var process = ProcessMetadata.newBuilder()
                    .setBpmnProcessId("resolve-inquiry")
                    .setVersion(3);
            answer(
                    new Heard("deploy", String.valueOf(request.getResourcesCount())),
                    DeployResourceResponse.newBuilder()
                            .addDeployments(Deployment.newBuilder().setProcess(process))
                            .build(),
                    response);
        }

        private <T> void answer(Heard command, T acceptance, StreamObserver<T> response) {
            answer(hear(command), acceptance, response);
        }

        private <T> void answer(@Nullable Refusal refusal, T acceptance, StreamObserver<T> response) {
            if (refusal == null) {
                response.onNext(acceptance);
                response.onCompleted();
            } else {
                response.onError(
                        refusal.grpc().toStatus().withDescription(REASON).asRuntimeException());
            }
        }
    }
}
