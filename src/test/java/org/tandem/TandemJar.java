package org.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What is started: the jar, or its libraries extracted from it, from which a start takes half the processor's time. */
final class TandemJar {

    /** As users run it. */
    static final Path BUILT = Path.of("target", "tandem.jar");

    private TandemJar() {}

    /** Once for all tests of the JVM. */
    static Path extracted() {
        return Extracted.JAR;
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static final class Extracted {

        static final Path JAR = extract(Path.of("target", "extracted"));

        private static Path extract(Path to) {
            try {
                var extraction = new ProcessBuilder(
                                java(),
                                "-Djarmode=tools",
                                "-jar",
                                BUILT.toString(),
                                "extract",
                                "--force",
                                "--destination",
                                to.toString())
                        .redirectErrorStream(true)
                        .start();
                var said = new String(extraction.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(extraction.waitFor()).as(said).isZero();
                return to.resolve(BUILT.getFileName());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
