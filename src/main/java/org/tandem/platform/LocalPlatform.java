package org.tandem.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A real Camunda 8 on this machine: the search store, Camunda itself and the REST adapter, started in this order, stopped in reverse. */
final class LocalPlatform implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LocalPlatform.class);
    private static final Duration START_UP = Duration.ofMinutes(5);
    private static final Duration PROGRESS = Duration.ofSeconds(5);

    private final LocalPlatformSettings settings;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private volatile boolean closed;

    LocalPlatform(LocalPlatformSettings settings) {
        this.settings = settings;
    }

    /** Blocks until Camunda is ready to work and to search. */
    void start() {
        try {
            lockFolder();
            requireFreePorts();
            var downloads = new MavenDownloads();
            var distribution = new Distribution(settings.cacheFolder(), downloads).folder();
            var processes = new CamundaProcess(settings);
            log.info(
                    "Starting a local Camunda {} for development, test and evaluation. Production needs a Camunda licence or SaaS: https://camunda.com/legal/",
                    Distribution.VERSION);
            var store = keep(processes.startSearchStore(downloads));
            await("The search store", store, local(settings.openSearchPort(), "/_cluster/health"), "");
            var camunda = keep(processes.startCamunda(distribution));
            await("Camunda", camunda, local(settings.managementPort(), "/actuator/health/readiness"), "\"UP\"");
            var adapter = new RestAdapter(settings);
            keep(adapter);
            adapter.start();
            log.info("Camunda is ready: Tasklist {} and Operate {} (demo / demo)", web("/tasklist"), web("/operate"));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) {
                log.warn("A part of the local platform did not stop cleanly: {}", e.toString());
            }
        }
    }

    private String web(String path) {
        return "http://localhost:" + settings.webPort() + path;
    }

    private static URI local(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private synchronized <T extends AutoCloseable> T keep(T part) {
        running.push(part);
        if (closed) {
            close();
            throw new PlatformProblem("Stopped while starting");
        }
        return part;
    }

    private void lockFolder() {
        var file = settings.data().resolve("platform.lock");
        try {
            Files.createDirectories(settings.data());
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new PlatformProblem(
                        "Tandem is already running in this folder (%s is locked). Stop it, or start this one with another --tandem.local-platform.data=FOLDER"
                                .formatted(file.toAbsolutePath()));
            }
            keep(channel);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder %s cannot be used".formatted(settings.data()), e);
        }
    }

    private static java.nio.channels.@Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private void requireFreePorts() {
        try {
            ManagedProcess.endLeftOver(settings.logs().resolve("camunda.pid"));
            ManagedProcess.endLeftOver(settings.logs().resolve("opensearch.pid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var prefix = "tandem.local-platform.";
        Ports.requireFree(settings.webPort(), prefix + "web-port", "Tasklist and Operate");
        Ports.requireFree(settings.adapterPort(), prefix + "adapter-port", "the REST adapter");
        Ports.requireFree(settings.grpcPort(), prefix + "grpc-port", "Zeebe");
        Ports.requireFree(settings.managementPort(), prefix + "management-port", "Camunda's management");
        Ports.requireFree(settings.commandPort(), prefix + "command-port", "Zeebe's commands");
        Ports.requireFree(settings.internalPort(), prefix + "internal-port", "Zeebe's cluster");
        Ports.requireFree(settings.openSearchPort(), prefix + "open-search-port", "the search store");
        Ports.requireFree(
                settings.openSearchTransportPort(), prefix + "open-search-transport-port", "the search store");
    }

    private void await(String what, ManagedProcess process, URI address, String expected) {
        var start = Instant.now();
        var shown = start;
        while (!answers(address, expected)) {
            process.requireAlive();
            var now = Instant.now();
            if (now.isAfter(start.plus(START_UP))) {
                throw new PlatformProblem("%s did not become ready within %d s. Its last lines:%n%s"
                        .formatted(what, START_UP.toSeconds(), process.lastLines()));
            }
            if (now.isAfter(shown.plus(PROGRESS))) {
                shown = now;
                log.info(
                        "{} is starting, {} s ...",
                        what,
                        Duration.between(start, now).toSeconds());
            }
            pause();
        }
        log.info(
                "{} is up after {} s",
                what,
                Duration.between(start, Instant.now()).toSeconds());
    }

    private boolean answers(URI address, String expected) {
        try {
            var request = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofSeconds(5))
                    .build();
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == 200 && response.body().contains(expected);
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformProblem("Stopped while starting", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformProblem("Stopped while starting", e);
        }
    }
}
