package org.tandem.platform;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The local Camunda 8. Ports are on the loopback interface only; 0 picks a free one.
 *
 * @param webPort Tasklist and Operate
 * @param adapterPort the REST API as Camunda 8.8 has it
 * @param grpcPort Zeebe's gateway
 * @param managementPort Camunda's actuator
 * @param commandPort Zeebe, between brokers
 * @param internalPort Zeebe, between brokers
 * @param openSearchPort the search store behind Tasklist and Operate
 * @param openSearchTransportPort the search store, between nodes
 * @param data folder of data and logs, kept across restarts
 * @param cache folder of the unpacked distribution, shared by all projects of the user; by default the user's cache folder
 * @param camundaHeap largest heap of Camunda, as for {@code -Xmx}
 * @param openSearchHeap largest heap of the search store, as for {@code -Xmx}
 * @param controlledClock lets tests move the engine's clock forward
 */
@ConfigurationProperties("tandem.local-platform")
public record LocalPlatformSettings(
        @DefaultValue("8080") int webPort,
        @DefaultValue("8088") int adapterPort,
        @DefaultValue("26500") int grpcPort,
        @DefaultValue("9600") int managementPort,
        @DefaultValue("26501") int commandPort,
        @DefaultValue("26502") int internalPort,
        @DefaultValue("9210") int openSearchPort,
        @DefaultValue("9310") int openSearchTransportPort,
        @DefaultValue(".tandem") Path data,
        @Nullable Path cache,
        @DefaultValue("384m") String camundaHeap,
        @DefaultValue("256m") String openSearchHeap,
        @DefaultValue("false") boolean controlledClock) {

    Path cacheFolder() {
        return cache == null ? UserFolders.cache().resolve("tandem") : cache;
    }

    Path logs() {
        return data.resolve("logs");
    }
}
