package org.tandem.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** How the local Camunda is set up: engine, Operate and Tasklist in one process, loopback only, quick to show changes. */
final class CamundaSettings {
    private static final String EXPORTER = "zeebe.broker.exporters.opensearch.";
    private final LocalPlatformProperties properties;
    private final PlatformFolder folder;

    CamundaSettings(LocalPlatformProperties properties, PlatformFolder folder) {
        this.properties = properties;
        this.folder = folder;
    }

    JavaCommand command(Path home, Path childJar) {
        var settings = folder.file("camunda.properties");
        try (Writer writer = Files.newBufferedWriter(settings)) {
            settings().store(writer, null);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        var options = new ArrayList<String>(List.of(
                "-Xss512k",
                "-XX:MaxDirectMemorySize=128m",
                "-XX:ReservedCodeCacheSize=96m",
                "-Dlog4j2.configurationFile=" + Log4j.write(folder),
                // The conditions on the kind of database are asked before Spring reads its files.
                "-Dcamunda.operate.database=opensearch",
                "-Dcamunda.tasklist.database=opensearch",
                "-Dspring.profiles.active=operate,tasklist,broker,auth",
                "-Dspring.config.additional-location=" + settings.toUri()));
        options.addAll(properties.jvmOptions());
        return new JavaCommand(
                "Camunda",
                properties.camundaHeap(),
                options,
                List.of(childJar.toString(), home.resolve("lib") + java.io.File.separator + "*"),
                "io.camunda.application.StandaloneCamunda",
                List.of());
    }

    private Properties settings() {
        var settings = new Properties();
        addresses(settings);
        engine(settings);
        webApplications(settings, "camunda.operate.", "opensearch", "zeebeOpensearch");
        webApplications(settings, "camunda.tasklist.", "openSearch", "zeebeOpenSearch");
        // Tasklist claims through REST without a log-in, so it needs the adapter, which has one.
        settings.put("camunda.tasklist.zeebe.restAddress", "http://127.0.0.1:" + properties.adapterPort());
        return settings;
    }

    private void addresses(Properties settings) {
        settings.put("server.address", "127.0.0.1");
        settings.put("server.port", port(properties.webPort()));
        settings.put("server.shutdown", "immediate");
        settings.put("spring.lifecycle.timeout-per-shutdown-phase", "5s");
        settings.put("management.server.address", "127.0.0.1");
        settings.put("management.server.port", port(properties.managementPort()));
        settings.put("zeebe.broker.network.host", "127.0.0.1");
        settings.put("zeebe.broker.network.commandApi.port", port(properties.commandPort()));
        settings.put("zeebe.broker.network.internalApi.port", port(properties.internalPort()));
        settings.put("zeebe.broker.gateway.network.host", "127.0.0.1");
        settings.put("zeebe.broker.gateway.network.port", port(properties.grpcPort()));
    }

    private void engine(Properties settings) {
        settings.put("zeebe.broker.data.directory", folder.file("zeebe").toString());
        settings.put("zeebe.broker.data.logSegmentSize", "16MB");
        settings.put("zeebe.broker.data.disk.freeSpace.processing", "256MB");
        settings.put("zeebe.broker.data.disk.freeSpace.replication", "128MB");
        settings.put("zeebe.broker.experimental.rocksdb.memoryLimit", "64MB");
        settings.put("zeebe.broker.experimental.raft.preallocateSegmentFiles", "false");
        settings.put(EXPORTER + "className", "io.camunda.zeebe.exporter.opensearch.OpensearchExporter");
        settings.put(EXPORTER + "args.url", store());
        settings.put(EXPORTER + "args.index.numberOfShards", "1");
        settings.put(EXPORTER + "args.bulk.delay", "1");
        settings.put(EXPORTER + "args.bulk.size", Integer.toString(properties.exporterBulkSize()));
        settings.put("zeebe.clock.controlled", Boolean.toString(properties.controlledClock()));
        settings.put("camunda.rest.query.enabled", "true");
        settings.put("camunda.database.type", "opensearch");
        settings.put("camunda.database.url", store());
    }

    private void webApplications(Properties settings, String prefix, String own, String engines) {
        settings.put(prefix + "database", "opensearch");
        settings.put(prefix + own + ".url", store());
        settings.put(prefix + own + ".refreshInterval", "200ms");
        settings.put(prefix + engines + ".url", store());
        settings.put(prefix + "zeebe.gatewayAddress", "127.0.0.1:" + properties.grpcPort());
        settings.put(prefix + "importer.readerBackoff", "50");
        settings.put(prefix + "importer.schedulerBackoff", "50");
    }

    private String store() {
        return "http://127.0.0.1:" + properties.opensearchPort();
    }

    private static String port(int port) {
        return Integer.toString(port);
    }
}
