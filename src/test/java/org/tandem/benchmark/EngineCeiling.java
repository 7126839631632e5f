package org.tandem.benchmark;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobWorker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The engine alone: the models of Tandem under other names, with workers that complete at once, and the same share of inquiries that go to
 * a person. An instance counts as placed when the job that sends the AI answer or hands it over is activated, as in Tandem it is stored then.
 */
final class EngineCeiling implements AutoCloseable {

    private static final String PREFIX = "benchmark-";
    private static final List<String> IDS = List.of(
            "resolve-inquiry",
            "resolve-by-person",
            "call-back",
            "call-customer",
            "collect-feedback",
            "confidence-gate",
            "route-to-person",
            "service-levels",
            "answer-customer",
            "inquiry-received",
            "inquiry-reopened",
            "inquiry-withdrawn",
            "assistant.draft-answer",
            "inquiry.send-ai-answer",
            "desk.prepare-brief",
            "desk.hand-over");
    private static final int SENDERS = 16;

    private final CamundaClient engine;
    private final List<JobWorker> workers = new ArrayList<>();
    private final Map<String, Long> answeredAt = new ConcurrentHashMap<>();
    private final Map<String, Long> handedOverAt = new ConcurrentHashMap<>();
    private final Set<Long> instances = ConcurrentHashMap.newKeySet();
    private final AtomicInteger drafts = new AtomicInteger();
    private volatile CountDownLatch remaining = new CountDownLatch(0);
    private volatile double personShare;

    EngineCeiling(CamundaClient engine, Path models) throws IOException {
        this.engine = engine;
        deploy(models);
        workers.add(worker("assistant.draft-answer", this::draft));
        workers.add(worker("inquiry.send-ai-answer", job -> {
            place(job, answeredAt);
            return Map.of("sent", true);
        }));
        workers.add(worker("desk.prepare-brief", EngineCeiling::brief));
        workers.add(worker("desk.hand-over", job -> {
            place(job, handedOverAt);
            return Map.of(
                    "resolutionDue", Instant.now().plus(Duration.ofDays(1)).toString());
        }));
    }

    /** @param toPerson which share of the inquiries goes to a person, in 0..1 */
    Result run(int count, double perSecond, double toPerson) throws Exception {
        personShare = toPerson;
        answeredAt.clear();
        handedOverAt.clear();
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
        var last = Stream.of(answeredAt, handedOverAt)
                .flatMap(times -> times.values().stream())
                .max(Long::compare)
                .orElse(start);
        var latencies = answeredAt.entrySet().stream()
                .map(entry -> Duration.ofNanos(entry.getValue() - Objects.requireNonNull(sentAt.get(entry.getKey()))))
                .sorted()
                .toList();
        return new Result("", count, answeredAt.size(), handedOverAt.size(), latencies, Duration.ofNanos(last - start));
    }

    /** Leaves nothing behind in the engine but the models. */
    @Override
    public void close() {
        workers.forEach(JobWorker::close);
        instances.forEach(instance -> Patiently.send(engine.newCancelInstanceCommand(instance)));
    }

    private String send(Map<String, Long> sentAt) {
        var id = UUID.randomUUID().toString();
        sentAt.put(id, System.nanoTime());
        Patiently.send(engine.newPublishMessageCommand()
                .messageName(PREFIX + "inquiry-received")
                .correlationKey(id)
                .timeToLive(Duration.ofHours(1))
                .variables(Map.of(
                        "inquiryId", id, "inquiryNumber", "B-1", "conversationKey", id + ":1", "startKey", id + ":1")));
        return id;
    }

    private Map<String, Object> draft(ActivatedJob job) {
        instances.add(job.getProcessInstanceKey());
        int number = drafts.incrementAndGet();
        var sure = (long) (number * personShare) == (long) ((number - 1) * personShare);
        var inputs = new HashMap<String, Object>(Map.of(
                "topic",
                "refund-status",
                "topicClass",
                "routine",
                "topicAutomated",
                true,
                "risk",
                sure ? 0.001 : 0.4,
                "guaranteedRisk",
                sure ? 0.001 : 1.0,
                "distress",
                false,
                "customerAskedForPerson",
                false,
                "severalRequests",
                false,
                "languageSupported",
                true,
                "repeatContacts",
                0));
        inputs.put("automation", "open");
        return inputs;
    }

    private static Map<String, Object> brief(ActivatedJob job) {
        return Map.of(
                "conversationKey",
                job.getVariable("inquiryId") + ":2",
                "brief",
                Map.of("customerWrites", "When do I get my money back?", "draft", "A refund takes five days."),
                "topic",
                "refund-status",
                "topicClass",
                "routine",
                "distress",
                false,
                "languageSupported",
                true,
                "language",
                "en",
                "repeatContacts",
                0);
    }

    private void place(ActivatedJob job, Map<String, Long> times) {
        if (times.putIfAbsent(String.valueOf(job.getVariable("inquiryId")), System.nanoTime()) == null) {
            remaining.countDown();
        }
    }

    private JobWorker worker(String type, Function<ActivatedJob, Map<String, Object>> work) {
        return engine.newWorker()
                .jobType(PREFIX + type)
                .handler((client, job) ->
                        Patiently.send(client.newCompleteCommand(job).variables(work.apply(job))))
                .fetchVariables("inquiryId")
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
