package org.tandem.platform;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The local platform: where its programs and data are, on which loopback ports it listens (0 picks a free one) and how
 * much memory it may use.
 *
 * @param dataDirectory data, logs and the lock of one platform, kept across restarts
 * @param cacheDirectory the unpacked programs, shared by all platforms of a user; the system's cache folder when not set
 * @param webPort Tasklist, Operate and Camunda's own REST API
 * @param adapterPort the REST API that application and Tasklist use
 * @param grpcPort the engine's gateway for workers
 * @param managementPort Camunda's health and metrics
 * @param opensearchPort the store of Tasklist and Operate
 * @param commandPort internal to the engine
 * @param internalPort internal to the engine
 * @param opensearchTransportPort internal to the store
 * @param camundaHeap maximum heap of Camunda, as {@code -Xmx} takes it
 * @param opensearchHeap maximum heap of OpenSearch, as {@code -Xmx} takes it
 * @param jvmOptions further options for both
 * @param controlledClock lets tests move the engine's clock forward
 * @param exporterBulkSize how many records go to the store at once: 1 shows changes soonest, 1000 carries most load
 */
@ConfigurationProperties("tandem.local-platform")
public record LocalPlatformProperties(
        @DefaultValue(".tandem") Path dataDirectory,
        @Nullable Path cacheDirectory,
        @DefaultValue("8080") int webPort,
        @DefaultValue("8088") int adapterPort,
        @DefaultValue("26500") int grpcPort,
        @DefaultValue("9600") int managementPort,
        @DefaultValue("9210") int opensearchPort,
        @DefaultValue("26501") int commandPort,
        @DefaultValue("26502") int internalPort,
        @DefaultValue("9310") int opensearchTransportPort,
        @DefaultValue("384m") String camundaHeap,
        @DefaultValue("256m") String opensearchHeap,
        @DefaultValue List<String> jvmOptions,
        @DefaultValue("false") boolean controlledClock,
        @DefaultValue("500") int exporterBulkSize) {

    static final String PREFIX = "tandem.local-platform.";

    /** Every port by its property, in the order in which they matter to a reader. */
    Map<String, Integer> ports() {
        var ports = new LinkedHashMap<String, Integer>();
        ports.put(PREFIX + "web-port", webPort);
        ports.put(PREFIX + "adapter-port", adapterPort);
        ports.put(PREFIX + "grpc-port", grpcPort);
        ports.put(PREFIX + "management-port", managementPort);
        ports.put(PREFIX + "opensearch-port", opensearchPort);
        ports.put(PREFIX + "command-port", commandPort);
        ports.put(PREFIX + "internal-port", internalPort);
        ports.put(PREFIX + "opensearch-transport-port", opensearchTransportPort);
        return ports;
    }

    /** The programs' folder, by default where the system keeps what a program can fetch again. */
    Path cache() {
        return cacheDirectory == null ? UserCache.directory() : cacheDirectory;
    }
}
