package org.tandem.benchmark;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobWorker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The engine alone: the models of Tandem under other names, with workers that complete at once. An instance counts as answered when the
 * job that sends the AI answer is activated, as in Tandem the answer is stored by then.
 */
final class EngineCeiling implements AutoCloseable {

    private static final String PREFIX = "benchmark-";
    private static final List<String> IDS = List.of(
            "resolve-inquiry",
            "resolve-by-person",
            "collect-feedback",
            "confidence-gate",
            "route-to-person",
            "service-levels",
            "answer-customer",
            "inquiry-received",
            "inquiry-reopened",
            "inquiry-withdrawn",
            "assistant.draft-answer",
            "inquiry.send-ai-answer");
    private static final Map<String, Object> A_SURE_DRAFT = Map.of(
            "topic", "refund-status",
            "topicClass", "routine",
            "topicAutomated", true,
            "risk", 0.001,
            "distress", false,
            "customerAskedForPerson", false,
            "severalRequests", false,
            "languageSupported", true,
            "repeatContacts", 0);
    private static final int SENDERS = 16;

    private final CamundaClient engine;
    private final List<JobWorker> workers = new ArrayList<>();
    private final Map<String, Long> answeredAt = new ConcurrentHashMap<>();
    private final Set<Long> instances = ConcurrentHashMap.newKeySet();
    private volatile CountDownLatch remaining = new CountDownLatch(0);

    EngineCeiling(CamundaClient engine, Path models) throws IOException {
        this.engine = engine;
        deploy(models);
        workers.add(worker("assistant.draft-answer", A_SURE_DRAFT, job -> {}));
        workers.add(worker("inquiry.send-ai-answer", Map.of("sent", true), this::answered));
    }

    Result run(int count, double perSecond) throws Exception {
        answeredAt.clear();
        remaining = new CountDownLatch(count);
        var sentAt = new ConcurrentHashMap<String, Long>();
        var pace = new Pace(perSecond);
        var start = System.nanoTime();
        try (var pool = Executors.newFixedThreadPool(SENDERS)) {
            var sends = new ArrayList<Callable<String>>();
            for (int i = 0; i < count; i++) {
                var index = i;
                sends.add(() -> {
                    pace.await(index);
                    return send(sentAt);
                });
            }
            for (var future : pool.invokeAll(sends)) {
                future.get();
            }
        }
        if (!remaining.await(10, TimeUnit.MINUTES)) {
            throw new IllegalStateException("%d instances did not come through".formatted(remaining.getCount()));
        }
        var last = answeredAt.values().stream().mapToLong(Long::longValue).max().orElse(start);
        var latencies = sentAt.entrySet().stream()
                .map(entry -> Duration.ofNanos(answeredAt.getOrDefault(entry.getKey(), last) - entry.getValue()))
                .sorted()
                .toList();
        return new Result("", count, count, 0, latencies, Duration.ofNanos(last - start));
    }

    /** Leaves nothing behind in the engine but the models. */
    @Override
    public void close() {
        workers.forEach(JobWorker::close);
        instances.stream()
                .map(instance -> engine.newCancelInstanceCommand(instance).send())
                .toList()
                .forEach(cancelled -> cancelled.join());
    }

    private String send(Map<String, Long> sentAt) {
        var id = UUID.randomUUID().toString();
        sentAt.put(id, System.nanoTime());
        engine.newPublishMessageCommand()
                .messageName(PREFIX + "inquiry-received")
                .correlationKey(id)
                .messageId(id)
                .timeToLive(Duration.ofHours(1))
                .variables(Map.of("inquiryId", id, "inquiryNumber", "B-1", "conversationKey", id + ":1"))
                .send()
                .join();
        return id;
    }

    private void answered(ActivatedJob job) {
        var id = String.valueOf(job.getVariable("inquiryId"));
        instances.add(job.getProcessInstanceKey());
        if (answeredAt.putIfAbsent(id, System.nanoTime()) == null) {
            remaining.countDown();
        }
    }

    private JobWorker worker(
            String type, Map<String, Object> result, java.util.function.Consumer<ActivatedJob> listener) {
        return engine.newWorker()
                .jobType(PREFIX + type)
                .handler((client, job) -> {
                    listener.accept(job);
                    client.newCompleteCommand(job).variables(result).send();
                })
                .fetchVariables("inquiryId")
                .streamEnabled(true)
                .maxJobsActive(64)
                .open();
    }

    private void deploy(Path models) throws IOException {
        io.camunda.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2 all = null;
        var command = engine.newDeployResourceCommand();
        try (var files = Files.list(models)) {
            for (var file : files.filter(EngineCeiling::isModel).sorted().toList()) {
                var text = Files.readString(file);
                for (var id : IDS) {
                    text = text.replace("\"" + id + "\"", "\"" + PREFIX + id + "\"");
                }
                var source = all == null ? command : all;
                all = source.addResourceBytes(text.getBytes(StandardCharsets.UTF_8), PREFIX + file.getFileName());
            }
        }
        if (all == null) {
            throw new IOException("No models in " + models.toAbsolutePath());
        }
        all.send().join();
    }

    private static boolean isModel(Path file) {
        var name = file.toString();
        return name.endsWith(".bpmn") || name.endsWith(".dmn") || name.endsWith(".form");
    }
}
