package org.tandem.engine;

import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** An engine in a process of its own, to be killed. */
final class EngineProcess implements AutoCloseable {

    private static final String READY = "READY ";

    private final Process process;
    private final URI address;

    private EngineProcess(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** Returns when it listens. */
    static EngineProcess start(String store, Path log) throws IOException {
        Files.deleteIfExists(log);
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EngineMain.class.getName(),
                        store,
                        "0")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !process.isAlive() || address(log).isPresent());
        return new EngineProcess(
                process, address(log).orElseThrow(() -> new IllegalStateException("It has not started, see " + log)));
    }

    private static Optional<URI> address(Path log) {
        try (var lines = Files.lines(log)) {
            return lines.filter(line -> line.startsWith(READY))
                    .map(line -> URI.create(line.substring(READY.length())))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    CamundaClient client() {
        return client(address);
    }

    static CamundaClient client(URI address) {
        return CamundaClient.newClientBuilder()
                .restAddress(address)
                .grpcAddress(address)
                .preferRestOverGrpc(true)
                .defaultRequestTimeout(Duration.ofSeconds(5))
                .build();
    }

    /** Kill -9: it has no chance to finish anything. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
