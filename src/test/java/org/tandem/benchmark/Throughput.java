package org.tandem.benchmark;

import io.camunda.client.CamundaClient;
import io.camunda.client.CredentialsProvider;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * How fast a running Tandem answers, side by side with the ceiling of its engine: the same models, deployed under other names, with
 * workers that complete at once, and the same share of inquiries that goes to a person. Both are measured in one run on the running system.
 *
 * <p>Arguments, all optional: {@code --tandem http://localhost:8090 --engine http://localhost:8080 --count 1500 --rate 5 --seconds 30
 * --password-file .tandem/engine.password}.
 */
public final class Throughput {

    private Throughput() {}

    public static void main(String[] args) throws Exception {
        var options = Options.of(args);
        var tandem = new TandemLoad(URI.create(options.get("--tandem", "http://localhost:8090")));
        var count = Integer.parseInt(options.get("--count", "1500"));
        var rate = Double.parseDouble(options.get("--rate", "5"));
        var lowCount = (int) (rate * Integer.parseInt(options.get("--seconds", "30")));
        var address = URI.create(options.get("--engine", "http://localhost:8080"));
        var password = Files.readString(Path.of(options.get("--password-file", ".tandem/engine.password")));
        try (var engine = CamundaClient.newClientBuilder()
                        .credentialsProvider(CredentialsProvider.newBasicAuthCredentialsProviderBuilder()
                                .username("tandem")
                                .password(password)
                                .build())
                        .grpcAddress(address)
                        .restAddress(address)
                        .preferRestOverGrpc(true)
                        .numJobWorkerExecutionThreads(16)
                        .defaultRequestTimeout(Duration.ofSeconds(60))
                        .build();
                var ceiling = new EngineCeiling(engine, Path.of("processes"))) {
            System.out.println("Warming up ...");
            var seen = tandem.run(200, Double.POSITIVE_INFINITY);
            var toPerson = (double) seen.withPerson() / seen.sent();
            ceiling.run(200, Double.POSITIVE_INFINITY, toPerson);

            var results = List.of(
                    measure("engine alone, low load", () -> ceiling.run(lowCount, rate, toPerson)),
                    measure("Tandem, low load", () -> tandem.run(lowCount, rate)),
                    measure("engine alone, saturated", () -> ceiling.run(count, Double.POSITIVE_INFINITY, toPerson)),
                    measure("Tandem, saturated", () -> tandem.run(count, Double.POSITIVE_INFINITY)));
            print(results);
            var engineSaturated = results.get(2);
            var tandemSaturated = results.get(3);
            System.out.printf(
                    Locale.ROOT,
                    "%nTandem reaches %.2f of the engine's ceiling.%n",
                    tandemSaturated.perSecond() / engineSaturated.perSecond());
        }
    }

    private static Result measure(String name, Run run) throws Exception {
        System.out.println(name + " ...");
        return run.run().named(name);
    }

    private static void print(List<Result> results) {
        System.out.printf(
                Locale.ROOT,
                "%n%-26s %8s %8s %8s %9s %9s %9s %8s%n",
                "",
                "sent",
                "by AI",
                "person",
                "per s",
                "p50 ms",
                "p95 ms",
                "p99 ms");
        for (var result : results) {
            System.out.printf(
                    Locale.ROOT,
                    "%-26s %8d %8d %8d %9.1f %9.0f %9.0f %8.0f%n",
                    result.name(),
                    result.sent(),
                    result.answeredByAi(),
                    result.withPerson(),
                    result.perSecond(),
                    result.percentile(50),
                    result.percentile(95),
                    result.percentile(99));
        }
    }

    private interface Run {
        Result run() throws Exception;
    }
}
