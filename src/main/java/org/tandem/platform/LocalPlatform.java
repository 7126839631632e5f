package org.tandem.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandem.platform.adapter.RestAdapter;

/** A Camunda 8 of one's own: takes its folder and ports when made, runs the children from start until close. */
final class LocalPlatform implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(LocalPlatform.class);
    private static final int RESTARTS = 3;
    private static final Duration WITHIN = Duration.ofMinutes(3);
    private static final String LICENCE =
            "The local platform runs Camunda 8.6, free for development, test and evaluation. Production needs a Camunda"
                    + " licence or Camunda SaaS, see https://camunda.com/pricing.";

    private final LocalPlatformProperties properties;
    private final Addresses addresses;
    private final PlatformFolder folder;
    private final Progress progress = new Progress();
    private final SequencedMap<String, ChildProcess> children = new LinkedHashMap<>();
    private @Nullable RestAdapter adapter;
    private final List<Instant> restarts = new ArrayList<>();
    private boolean ready;
    private boolean closed;

    private LocalPlatform(LocalPlatformProperties properties, PlatformFolder folder) {
        this.properties = properties;
        this.addresses = Addresses.of(properties);
        this.folder = folder;
    }

    /** Takes folder and ports, so that what stands in the way is said before anything else starts. */
    static LocalPlatform prepare(LocalPlatformProperties properties) {
        var folder = PlatformFolder.take(properties.dataDirectory());
        try {
            Ports.requireFree(properties.ports());
            return new LocalPlatform(properties, folder);
        } catch (PlatformException taken) {
            folder.close();
            throw taken;
        }
    }

    Addresses addresses() {
        return addresses;
    }

    /** Starts everything and returns when the engine answers. */
    void start() throws InterruptedException {
        var begun = System.nanoTime();
        progress.say(LICENCE);
        var programs = new Programs(properties.cache(), progress);
        var camundaHome = programs.camunda();
        var openSearchJars = programs.openSearch();
        var childJar = ChildJar.in(properties.cache());
        startAdapter();
        try (var readiness = new Readiness(progress)) {
            var openSearch = run(new OpenSearchSettings(properties, folder).command(openSearchJars, childJar));
            readiness.await(openSearch, addresses.store());
            var camunda = run(new CamundaSettings(properties, folder).command(camundaHome, childJar));
            readiness.await(camunda, addresses.management().resolve("/actuator/health/status"));
            readiness.await(camunda, addresses.adapter().resolve("/v2/topology"));
        }
        becomeReady();
        progress.say("Camunda is ready after %d s: Tasklist %s/tasklist and Operate %s/operate, log in with demo/demo"
                .formatted((System.nanoTime() - begun) / 1_000_000_000, addresses.web(), addresses.web()));
    }

    /** On fresh data the first process takes long to show up, so one to throw away goes first. */
    void warmUp() throws InterruptedException {
        Path done = folder.file("warmed-up");
        if (!Files.exists(done)) {
            new WarmUp(addresses.adapter()).run();
            try {
                Files.createFile(done);
            } catch (IOException failed) {
                throw new java.io.UncheckedIOException(failed);
            }
        }
    }

    /** Hides and cancels everything there is, for tests. */
    synchronized void purge() {
        if (adapter != null) {
            adapter.purge();
        }
    }

    private synchronized void startAdapter() {
        refuseIfClosed();
        try {
            adapter = RestAdapter.start(
                    properties.adapterPort(), addresses.web(), addresses.management(), addresses.store());
        } catch (IOException taken) {
            throw new PlatformException(
                    "Port %d cannot be used: %s".formatted(properties.adapterPort(), taken.getMessage()),
                    "Set %sadapter-port to another port.".formatted(LocalPlatformProperties.PREFIX),
                    taken);
        }
    }

    private synchronized ChildProcess run(JavaCommand command) {
        refuseIfClosed();
        var child = ChildProcess.start(command, folder);
        children.put(command.name(), child);
        child.process().onExit().thenAccept(ended -> restart(command, child));
        return child;
    }

    /** A child that ends by itself once the platform is ready is started again, unless it does not stay up. */
    private synchronized void restart(JavaCommand command, ChildProcess ended) {
        if (closed || !ready) {
            return;
        }
        var failure = ended.failure(
                "ended unexpectedly with code %d".formatted(ended.process().exitValue()));
        var now = Instant.now();
        restarts.removeIf(earlier -> earlier.isBefore(now.minus(WITHIN)));
        if (restarts.size() == RESTARTS) {
            log.error("{}{}It does not stay up and is left stopped.", failure.getMessage(), System.lineSeparator());
            return;
        }
        restarts.add(now);
        log.warn("{}{}It is started again.", failure.getMessage(), System.lineSeparator());
        run(command);
    }

    private synchronized void becomeReady() {
        refuseIfClosed();
        ready = true;
    }

    private void refuseIfClosed() {
        if (closed) {
            throw new PlatformException("The platform was stopped while it was starting.", "Start it again.");
        }
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** Stops the children in the reverse order of their start and gives the folder back. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        children.sequencedValues().reversed().forEach(ChildProcess::stop);
        if (adapter != null) {
            adapter.close();
        }
        folder.close();
    }
}
