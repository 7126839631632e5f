package org.tandem.engine.rest;

import io.camunda.client.CamundaClient;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import org.tandem.engine.Engine;
import org.tandem.engine.store.Stores;

/** An engine of its own behind the API, with the official client and plain HTTP. */
final class TestApi implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final Engine engine = new Engine(Stores.inMemory(), InstantSource.system());
    private final RestServer server;
    private final CamundaClient client;

    TestApi() {
        this(RestSettings.onLoopback(0).thatCanBeControlled());
    }

    TestApi(RestSettings settings) {
        server = new RestServer(engine, settings);
        client = CamundaClient.newClientBuilder()
                .restAddress(server.address())
                .grpcAddress(server.address())
                .preferRestOverGrpc(true)
                .build();
    }

    Engine engine() {
        return engine;
    }

    CamundaClient client() {
        return client;
    }

    URI at(String path) {
        return server.address().resolve(path);
    }

    void deploy(BpmnModelInstance model) {
        client.newDeployResourceCommand()
                .addProcessModel(
                        model,
                        model.getModelElementsByType(io.camunda.zeebe.model.bpmn.instance.Process.class)
                                        .iterator()
                                        .next()
                                        .getId()
                                + ".bpmn")
                .send()
                .join();
    }

    /** A process with one service task. */
    static BpmnModelInstance work(String id, String type) {
        return Bpmn.createExecutableProcess(id)
                .startEvent("started")
                .serviceTask("work", task -> task.zeebeJobType(type).zeebeTaskHeader("header", "value"))
                .endEvent("done")
                .done();
    }

    long start(String process, Object variables) {
        return client.newCreateInstanceCommand()
                .bpmnProcessId(process)
                .latestVersion()
                .variables(variables)
                .send()
                .join()
                .getProcessInstanceKey();
    }

    HttpResponse<String> post(String path, String body) {
        return send("POST", path, body);
    }

    HttpResponse<String> send(String method, String path, String body) {
        return send(HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.close();
        server.close();
        engine.close();
    }
}
