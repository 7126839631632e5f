package org.tandem.process;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import io.camunda.client.api.response.DeploymentEvent;
import io.camunda.client.spring.event.CamundaClientClosingSpringEvent;
import io.camunda.client.spring.event.CamundaClientCreatedSpringEvent;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tandem.bpmn.ModelFiles;

/**
 * Deploys the models once the engine answers, all in one deployment, so that they find each other in the version they were made for.
 * Models that break an invariant, or that the engine refuses, are not tried again before their files change: the engine keeps the last
 * good ones and inquiries go on.
 */
@Component
class ModelDeployment {

    private static final Logger log = LoggerFactory.getLogger(ModelDeployment.class);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);
    private static final Duration BETWEEN_COMPLAINTS = Duration.ofSeconds(30);

    private final ModelSource source;
    private final DeployedVersions versions;
    private volatile CompletableFuture<Void> deployed = new CompletableFuture<>();
    private volatile Map<String, Integer> tried = Map.of();

    ModelDeployment(ModelSource source, DeployedVersions versions) {
        this.source = source;
        this.versions = versions;
    }

    @EventListener
    void on(CamundaClientCreatedSpringEvent created) {
        var next = new CompletableFuture<Void>();
        deployed = next;
        Thread.ofVirtual().name("model-deployment").start(() -> deploy(created.getClient(), next));
    }

    @EventListener(CamundaClientClosingSpringEvent.class)
    void stop() {
        var last = deployed;
        deployed = CompletableFuture.failedFuture(new CancellationException("Tandem is stopping"));
        last.cancel(false);
    }

    /** Done when the models are deployed; failed when they were refused, until their files change and they are tried again. */
    CompletableFuture<Void> deployed() {
        return deployed;
    }

    private void deploy(CamundaClient engine, CompletableFuture<Void> first) {
        try {
            for (var result = first; result == deployed; result = onceFilesChange(result)) {
                tried = source.fingerprint();
                deployUnlessRefused(engine, result);
                if (!result.isCompletedExceptionally()) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void deployUnlessRefused(CamundaClient engine, CompletableFuture<Void> result) throws InterruptedException {
        try {
            deployOnceEngineAnswers(engine, source.checked(), result);
        } catch (RuntimeException refused) {
            if (result.completeExceptionally(refused)) {
                log.error(refused.getMessage());
            }
        }
    }

    /** Nothing else would help, so nothing is tried before. */
    private CompletableFuture<Void> onceFilesChange(CompletableFuture<Void> refused) throws InterruptedException {
        while (refused == deployed && tried.equals(source.fingerprint())) {
            Thread.sleep(LOOK_AGAIN);
        }
        var next = new CompletableFuture<Void>();
        if (refused == deployed) {
            deployed = next;
        }
        return next;
    }

    private void deployOnceEngineAnswers(CamundaClient engine, ModelFiles models, CompletableFuture<Void> result)
            throws InterruptedException {
        var complained = System.nanoTime();
        while (!result.isDone()) {
            try {
                engine.newTopologyRequest().send().join();
                versions.remember(deploy(engine, models));
                announce(result);
                return;
            } catch (ClientException failure) {
                if (!EngineFailure.of(failure).passes()) {
                    throw new ModelsRejected(failure);
                }
                log.debug("The models are not deployed yet: {}", failure.toString());
                if (System.nanoTime() - complained > BETWEEN_COMPLAINTS.toNanos()) {
                    log.warn("Camunda does not answer yet: {}", EngineFailure.reason(failure));
                    complained = System.nanoTime();
                }
            }
            Thread.sleep(RETRY);
        }
    }

    private static DeploymentEvent deploy(CamundaClient engine, ModelFiles models) {
        DeployResourceCommandStep2 all = null;
        var command = engine.newDeployResourceCommand();
        for (var file : models.files().entrySet()) {
            all = (all == null ? command : all).addResourceBytes(file.getValue(), file.getKey());
        }
        return Objects.requireNonNull(all, "There are models, or the source would have failed")
                .send()
                .join();
    }

    private void announce(CompletableFuture<Void> result) {
        var processes = versions.processes();
        log.info(
                "Models deployed: {}",
                processes.entrySet().stream()
                        .map(entry -> entry.getKey() + " v" + entry.getValue())
                        .sorted()
                        .collect(Collectors.joining(", ")));
        result.complete(null);
    }
}
