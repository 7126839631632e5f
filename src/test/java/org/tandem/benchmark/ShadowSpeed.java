package org.tandem.benchmark;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.tandem.Tandem;
import org.tandem.quality.learning.SilentDecisions;

/**
 * How long customers wait for the AI's answer while a challenger decides silently on the same inquiries, and while none does, in turn; and
 * what a silent decision takes of the processor. Options: inquiries (of a round), rounds (of each kind), per-second, folder (with the
 * models, which are learned once).
 */
final class ShadowSpeed {

    private static final long EVERY = 2_000_000_000L;

    private ShadowSpeed() {}

    public static void main(String[] args) throws Exception {
        var options = Options.of(args);
        int inquiries = Integer.parseInt(options.get("--inquiries", "200"));
        double perSecond = Double.parseDouble(options.get("--per-second", "5"));
        var folder = Files.createDirectories(
                Path.of(options.get("--folder", "target/shadow-speed")).toAbsolutePath());
        try (var tandem = start(folder)) {
            var silent = new SilentDecisions(tandem);
            var load = new TandemLoad(
                    URI.create("http://localhost:" + tandem.getEnvironment().getRequiredProperty("local.server.port")));
            silent.learnChallenger();
            report("before, to warm up", load.run(inquiries, perSecond));
            untilItDecides(silent);
            for (int round = Integer.parseInt(options.get("--rounds", "2")); round > 0; round--) {
                report("without challenger", load.run(inquiries, perSecond));
                silent.look();
                int made = silent.made();
                double taken = silent.processorMillis();
                report("beside challenger", beside(silent, load, inquiries, perSecond));
                silent.look();
                System.out.printf(
                        Locale.ROOT,
                        "  %d silent decisions, %.1f ms of the processor each%n",
                        silent.made() - made,
                        (silent.processorMillis() - taken) / (silent.made() - made));
            }
        }
        System.exit(0);
    }

    /** It is looked for once a minute. */
    private static void untilItDecides(SilentDecisions silent) {
        while (silent.made() == 0) {
            silent.look();
            LockSupport.parkNanos(EVERY);
        }
    }

    /** As often, and as humbly, as the application does it. */
    private static Result beside(SilentDecisions silent, TandemLoad load, int inquiries, double perSecond)
            throws Exception {
        var isOver = new AtomicBoolean();
        var shadow = Thread.ofPlatform().priority(Thread.MIN_PRIORITY).daemon().start(() -> {
            while (!isOver.get()) {
                silent.look();
                LockSupport.parkNanos(EVERY);
            }
        });
        try {
            return load.run(inquiries, perSecond);
        } finally {
            isOver.set(true);
            shadow.join();
        }
    }

    private static void report(String name, Result result) {
        System.out.printf(
                Locale.ROOT,
                "%-20s answered by AI %4d of %4d, p50 %7.1f ms, p95 %7.1f ms, p99 %7.1f ms%n",
                name,
                result.answeredByAi(),
                result.sent(),
                result.percentile(50),
                result.percentile(95),
                result.percentile(99));
    }

    private static ConfigurableApplicationContext start(Path folder) throws IOException {
        return new SpringApplication(Tandem.class)
                .run(
                        "--spring.profiles.active=local",
                        "--server.port=0",
                        "--management.server.port=0",
                        "--spring.datasource.url=jdbc:h2:mem:shadow-speed;DB_CLOSE_DELAY=-1",
                        "--tandem.intake-limit.times=0",
                        "--tandem.engine.port=" + freePort(),
                        "--tandem.engine.password-file=" + folder.resolve("engine.password"),
                        "--tandem.engine.database-url=jdbc:h2:mem:shadow-speed-engine;DB_CLOSE_DELAY=-1",
                        "--tandem.assistant.models=" + folder.resolve("models"),
                        "--tandem.quality.learning.shadow-interval=PT24H",
                        "--tandem.access-key-file=" + folder.resolve("access.key"));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
