package org.tandem.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of a platform with everything that can end it. */
class LocalPlatformIT {
    private static final Duration LIMIT = Duration.ofMinutes(3);

    @TempDir
    Path data;

    @Test
    void killsAndRestartsLeaveNoOrphanAndLoseNothing() throws Exception {
        var parent = startInAnotherJvm();
        var addresses = awaitReady(parent).split(" ");
        var children = parent.toHandle().children().toList();
        assertThat(children).hasSize(2);
        long instance = startAnOrder(addresses[0], addresses[1]);

        parent.destroyForcibly().waitFor();
        await("the children notice").atMost(LIMIT).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));

        try (var platform =
                LocalPlatform.prepare(SharedPlatform.onFreePorts(Map.of("data-directory", data.toString())))) {
            platform.start();
            assertThat(waitingJobs(platform, instance)).isTrue();

            killCamunda();
            await("the engine is back").atMost(LIMIT).ignoreExceptions().until(() -> waitingJobs(platform, instance));
        }
        assertThat(ProcessHandle.current().children().filter(LocalPlatformIT::isJava))
                .isEmpty();
    }

    private Process startInAnotherJvm() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        PlatformMain.class.getName(),
                        "data-directory=" + data)
                .redirectErrorStream(true)
                .start();
    }

    private static String awaitReady(Process process) throws IOException {
        var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            System.out.println("  " + line);
            if (line.startsWith("READY ")) {
                return line.substring("READY ".length());
            }
        }
        throw new AssertionError("The platform did not get ready");
    }

    private static long startAnOrder(String rest, String grpc) {
        try (var client = client(rest, grpc)) {
            client.newDeployResourceCommand()
                    .addResourceFromClasspath("platform/platform-smoke.bpmn")
                    .addResourceFromClasspath("platform/platform-smoke-size.dmn")
                    .send()
                    .join();
            return client.newCreateInstanceCommand()
                    .bpmnProcessId("platform-smoke")
                    .latestVersion()
                    .variables(Map.of("orderId", "kept", "amount", 1))
                    .send()
                    .join()
                    .getProcessInstanceKey();
        }
    }

    private static boolean waitingJobs(LocalPlatform platform, long instance) {
        var addresses = platform.addresses();
        try (var client =
                client(addresses.adapter().toString(), addresses.grpc().toString())) {
            return client
                    .newActivateJobsCommand()
                    .jobType("platform-smoke.work")
                    .maxJobsToActivate(1)
                    .timeout(Duration.ofMillis(100))
                    .requestTimeout(Duration.ofSeconds(10))
                    .send()
                    .join()
                    .getJobs()
                    .stream()
                    .anyMatch(job -> job.getProcessInstanceKey() == instance);
        }
    }

    private static void killCamunda() {
        var camunda = ProcessHandle.current()
                .children()
                .filter(child -> commandLine(child).contains("StandaloneCamunda"))
                .toList();
        assertThat(camunda).hasSize(1);
        camunda.forEach(ProcessHandle::destroyForcibly);
    }

    private static boolean isJava(ProcessHandle child) {
        return child.isAlive() && commandLine(child).contains("org.tandem.platform.child");
    }

    private static String commandLine(ProcessHandle child) {
        return String.join(" ", List.of(child.info().arguments().orElse(new String[0])));
    }

    private static CamundaClient client(String rest, String grpc) {
        return CamundaClient.newClientBuilder()
                .restAddress(URI.create(rest))
                .grpcAddress(URI.create(grpc))
                .preferRestOverGrpc(false)
                .build();
    }
}
