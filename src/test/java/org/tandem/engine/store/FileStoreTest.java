package org.tandem.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.engine.state.Timer;
import org.tandem.testing.SampleInstances;

class FileStoreTest extends StoreBehaviour {

    @TempDir
    Path folder;

    @Override
    Store open() {
        return Stores.open(url(), "sa", "secret");
    }

    private String url() {
        return "jdbc:h2:file:" + folder.resolve("engine");
    }

    @Test
    void theNextEngineFindsWhatWasThere() {
        commit(Samples.all());
        store.close();

        store = open();

        assertThat(written()).containsExactlyInAnyOrderElementsOf(Samples.all());
        assertThat(loaded().meta()).isEqualTo(state.meta());
    }

    @Test
    void aSecondEngineInTheSameProgramIsRefused() {
        assertThatThrownBy(this::open)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("in use by another engine in this program");

        commit(List.of(new Timer(99, 0, 1, "x", 1, null, 0)));
        assertThat(written()).hasSize(1);
    }

    @Test
    void aSecondEngineInAnotherProgramIsRefused() throws IOException, InterruptedException {
        var output = folder.resolve("output");
        var second = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SecondEngine.class.getName(),
                        url())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();

        assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(output))
                .contains("The engine's database %s is in use by another program.".formatted(folder.resolve("engine")));
    }

    static final class SecondEngine {
        public static void main(String[] args) {
            try (var store = Stores.open(args[0], "sa", "secret")) {
                System.out.println("opened " + store);
            } catch (StoreException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    @Test
    void aWrongPasswordIsNamed() {
        store.close();

        assertThatThrownBy(() -> Stores.open(url(), "sa", "wrong"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("User name or password");

        store = open();
    }

    @Test
    void aThreadThatIsInterruptedWhileItReadsHarmsNobodyElse() throws InterruptedException {
        var samples = new SampleInstances(state);
        var readers = Stream.generate(() -> new Thread(() -> {
                    while (!Thread.interrupted()) {
                        try {
                            written();
                        } catch (RuntimeException e) {
                            // what an interrupted reader gets is its own affair
                        }
                    }
                }))
                .limit(2)
                .toList();
        readers.forEach(Thread::start);
        for (var i = 0; i < 200; i++) {
            commit(s -> samples.create());
            readers.forEach(Thread::interrupt);
        }
        for (var reader : readers) {
            reader.interrupt();
            reader.join();
        }

        store.close();
        store = open();
        assertThat(loaded().meta().group()).isEqualTo(200);
    }
}
