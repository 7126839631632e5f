package org.tandem.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How the local OpenSearch is set up: one node, loopback only, as small as it gets. */
final class OpenSearchSettings {
    private final LocalPlatformProperties properties;
    private final PlatformFolder folder;

    OpenSearchSettings(LocalPlatformProperties properties, PlatformFolder folder) {
        this.properties = properties;
        this.folder = folder;
    }

    JavaCommand command(List<Path> classPath, Path childJar) {
        var settings = folder.file("opensearch.yml");
        try {
            Files.createDirectories(folder.file("opensearch").resolve("config"));
            Files.writeString(settings, yaml());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        var options = new ArrayList<String>(List.of(
                "-Xss512k", "-XX:MaxDirectMemorySize=96m", "-Dlog4j2.configurationFile=" + Log4j.write(folder)));
        options.addAll(properties.jvmOptions());
        var jars = new ArrayList<String>(List.of(childJar.toString()));
        classPath.forEach(jar -> jars.add(jar.toString()));
        return new JavaCommand(
                "OpenSearch",
                properties.opensearchHeap(),
                options,
                jars,
                "org.tandem.platform.child.OpenSearchMain",
                List.of(settings.toString()));
    }

    private String yaml() {
        return settings().entrySet().stream()
                .map(entry ->
                        "%s: '%s'%n".formatted(entry.getKey(), entry.getValue().replace("'", "''")))
                .collect(Collectors.joining());
    }

    private Map<String, String> settings() {
        var home = folder.file("opensearch");
        var settings = new LinkedHashMap<String, String>();
        settings.put("cluster.name", "tandem");
        settings.put("node.name", "tandem");
        settings.put("path.home", home.toString());
        settings.put("path.data", home.resolve("data").toString());
        settings.put("path.logs", folder.file("logs").toString());
        settings.put("network.host", "127.0.0.1");
        settings.put("http.port", Integer.toString(properties.opensearchPort()));
        settings.put("transport.port", Integer.toString(properties.opensearchTransportPort()));
        // Without it the first start waits 30 s for other nodes.
        settings.put("cluster.initial_cluster_manager_nodes", "tandem");
        settings.put("discovery.seed_hosts", "");
        settings.put("node.store.allow_mmap", "false");
        settings.put("node.processors", "2");
        settings.put("cluster.routing.allocation.disk.threshold_enabled", "false");
        settings.put("action.auto_create_index", "true");
        // With real memory, garbage counts and records are refused. The 8.6 exporter then numbers two records alike,
        // and Operate misses one of them for ever.
        settings.put("indices.breaker.total.use_real_memory", "false");
        return settings;
    }
}
