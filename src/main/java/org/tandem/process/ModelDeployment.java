package org.tandem.process;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.response.DeploymentEvent;
import io.camunda.client.spring.event.CamundaClientCreatedSpringEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.tandem.bpmn.ModelFiles;
import org.tandem.policy.ModelPolicy;

/**
 * Deploys the models once the engine answers, all in one deployment, so that they find each other in the version they were made for.
 * ModelFiles that break an invariant are refused: the engine keeps the last good ones and inquiries go on.
 */
@Component("models")
class ModelDeployment implements HealthIndicator {

    private static final Logger log = LoggerFactory.getLogger(ModelDeployment.class);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration BETWEEN_COMPLAINTS = Duration.ofSeconds(30);

    private final String location;
    private final int port;
    private final ApplicationEventPublisher events;
    private final Map<String, Integer> decisionVersions = new ConcurrentHashMap<>();
    private final Map<String, Integer> processVersions = new ConcurrentHashMap<>();
    private volatile CompletableFuture<Void> deployed = new CompletableFuture<>();

    ModelDeployment(
            @Value("${tandem.process.models:classpath:/processes/}") String location,
            @Value("${server.port:8080}") int port,
            ApplicationEventPublisher events) {
        this.location = location.endsWith("/") ? location : location + "/";
        this.port = port;
        this.events = events;
    }

    @EventListener
    void on(CamundaClientCreatedSpringEvent created) {
        var next = new CompletableFuture<Void>();
        deployed = next;
        Thread.ofVirtual().name("model-deployment").start(() -> deployOnceEngineAnswers(created.getClient(), next));
    }

    /** Done when the models are deployed; failed when they were refused. */
    CompletableFuture<Void> deployed() {
        return deployed;
    }

    /** Which version of a decision a process of this version uses. They are deployed together. */
    String decisionVersion(String decisionId, ActivatedJob job) {
        var version = decisionVersions.get(decisionId);
        var processVersion = processVersions.get(job.getBpmnProcessId());
        if (version != null && processVersion != null && processVersion == job.getProcessDefinitionVersion()) {
            return "%s v%d".formatted(decisionId, version);
        }
        return "%s as deployed with %s v%d"
                .formatted(decisionId, job.getBpmnProcessId(), job.getProcessDefinitionVersion());
    }

    @Override
    public Health health() {
        if (deployed.isCompletedExceptionally()) {
            return Health.down()
                    .withDetail("models", deployed.exceptionNow().getMessage())
                    .build();
        }
        return deployed.isDone()
                ? Health.up()
                        .withDetail("processes", Map.copyOf(processVersions))
                        .build()
                : Health.unknown()
                        .withDetail("models", "waiting for the engine")
                        .build();
    }

    private void deployOnceEngineAnswers(CamundaClient engine, CompletableFuture<Void> result) {
        ModelFiles models;
        try {
            models = read();
            new ModelPolicy(EngineContract.capabilities()).demand(models);
        } catch (RuntimeException refused) {
            log.error(refused.getMessage());
            result.completeExceptionally(refused);
            return;
        }
        var complained = System.nanoTime();
        while (!result.isDone() && deployed.equals(result)) {
            try {
                engine.newTopologyRequest().send().join();
                remember(deploy(engine, models));
                result.complete(null);
                events.publishEvent(new ModelsDeployed(Map.copyOf(processVersions)));
                log.info(
                        "Tandem is ready: help page http://localhost:{}/, API http://localhost:{}/api/docs",
                        port,
                        port);
                return;
            } catch (RuntimeException e) {
                log.debug("The models are not deployed yet: {}", e.toString());
                if (System.nanoTime() - complained > BETWEEN_COMPLAINTS.toNanos()) {
                    log.warn("Camunda does not answer yet: {}", e.getMessage());
                    complained = System.nanoTime();
                }
            }
            try {
                Thread.sleep(RETRY);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static DeploymentEvent deploy(CamundaClient engine, ModelFiles models) {
        DeployResourceCommandStep2 all = null;
        var command = engine.newDeployResourceCommand();
        for (var file : models.files().entrySet()) {
            var source = all == null ? command : all;
            all = source.addResourceBytes(file.getValue(), file.getKey());
        }
        return Objects.requireNonNull(all, "The policy lets no empty set of models pass")
                .send()
                .join();
    }

    private ModelFiles read() {
        var files = new TreeMap<String, byte[]>();
        try {
            for (var kind : List.of("bpmn", "dmn", "form")) {
                for (var file : new PathMatchingResourcePatternResolver().getResources(location + "*." + kind)) {
                    files.put(String.valueOf(file.getFilename()), file.getContentAsByteArray());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The models in %s cannot be read: %s".formatted(location, e.getMessage()), e);
        }
        if (files.isEmpty()) {
            throw new IllegalStateException(
                    "There are no models in %s: set tandem.process.models to the folder with the .bpmn, .dmn and .form files"
                            .formatted(location));
        }
        return ModelFiles.of(files);
    }

    private void remember(DeploymentEvent event) {
        event.getDecisions()
                .forEach(decision -> decisionVersions.put(decision.getDmnDecisionId(), decision.getVersion()));
        event.getProcesses().forEach(process -> processVersions.put(process.getBpmnProcessId(), process.getVersion()));
        log.info(
                "ModelFiles deployed: {}",
                processVersions.entrySet().stream()
                        .map(entry -> entry.getKey() + " v" + entry.getValue())
                        .sorted()
                        .collect(Collectors.joining(", ")));
    }
}
