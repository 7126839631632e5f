package org.tandem.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/**
 * The one local platform of a test JVM: started when first asked for, on free ports, with fresh data under target, and
 * ended with the JVM.
 */
public final class SharedPlatform {
    private SharedPlatform() {}

    /** Where it is; the first call starts it. */
    static Addresses addresses() {
        return Holder.PLATFORM.addresses();
    }

    private static final class Holder {
        static final LocalPlatform PLATFORM = launch();
    }

    private static LocalPlatform launch() {
        try {
            Files.createDirectories(Path.of("target"));
            var data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "platform-");
            var platform = LocalPlatform.prepare(onFreePorts(Map.of(
                    "data-directory", data.toString(),
                    "controlled-clock", "true",
                    "exporter-bulk-size", "1",
                    // every jump of the clock to another day costs the store a set of indices
                    "opensearch-heap", "384m")));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(platform, data), "end-platform"));
            platform.start();
            platform.warmUp();
            platform.purge();
            return platform;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the platform was starting", interrupted);
        }
    }

    /** The properties of a platform that does not disturb another one. */
    static LocalPlatformProperties onFreePorts(Map<String, String> settings) {
        var all = new MapConfigurationPropertySource();
        bind(new MapConfigurationPropertySource()).ports().keySet().forEach(property -> all.put(property, 0));
        Ports.fix(bind(all).ports()).forEach(all::put);
        settings.forEach((name, value) -> all.put(LocalPlatformProperties.PREFIX + name, value));
        return bind(all);
    }

    private static LocalPlatformProperties bind(MapConfigurationPropertySource source) {
        return new Binder(List.of(source)).bindOrCreate("tandem.local-platform", LocalPlatformProperties.class);
    }

    private static void end(LocalPlatform platform, Path data) {
        platform.close();
        try {
            TarGz.delete(data);
        } catch (IOException failed) {
            System.err.println("Could not delete " + data + ": " + failed);
        }
    }
}
