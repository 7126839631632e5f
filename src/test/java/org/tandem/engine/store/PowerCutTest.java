package org.tandem.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.disk.FragileFile;
import org.tandem.engine.state.State;
import org.tandem.engine.state.Timer;
import org.tandem.testing.SampleInstances;

/** A disk that loses, in any order, what has not been forced, and one that is full. */
class PowerCutTest {

    private static final int CUTS = 12;

    /** Compaction in the background as often as it can be, of all that is older than a moment. */
    private static final String RESTLESS = ";RETENTION_TIME=1;WRITE_DELAY=30";

    @TempDir
    Path folder;

    private final State state = new State();
    private final AtomicLong acknowledged = new AtomicLong();
    private volatile boolean done;

    @BeforeEach
    void useAFragileDisk() {
        FilePath.register(new FragileFile());
    }

    @AfterEach
    void thereIsSpaceAgain() {
        FragileFile.full(false);
    }

    @Test
    void nothingAcknowledgedIsLostWhenThePowerIsCut() throws Exception {
        var copies = new ArrayList<Path>();
        var acknowledgedBefore = new ArrayList<Long>();
        try (var store = Stores.open(url("fragile:" + folder.resolve("engine")) + RESTLESS, "sa", "")) {
            var writer = new Thread(() -> work(store));
            writer.start();
            var random = new Random(7);
            for (var cut = 0; cut < CUTS; cut++) {
                LockSupport.parkNanos(Duration.ofMillis(random.nextInt(300)).toNanos());
                acknowledgedBefore.add(acknowledged.get());
                var copy = folder.resolve("cut-" + cut);
                FragileFile.cutPower(Path.of(copy + ".mv.db"), random);
                copies.add(copy);
            }
            done = true;
            writer.join();
        }

        for (var cut = 0; cut < CUTS; cut++) {
            assertThat(lastGroup(copies.get(cut)))
                    .as("cut %d", cut)
                    .isGreaterThanOrEqualTo(acknowledgedBefore.get(cut));
        }
        assertThat(acknowledged.get()).isGreaterThan(CUTS);
    }

    @Test
    void aFullDiskStopsTheStoreWithASentenceAndLosesNothing() {
        var url = url("fragile:" + folder.resolve("engine"));
        var store = Stores.open(url, "sa", "");
        commit(store, 1);
        FragileFile.full(true);

        assertThatThrownBy(() -> commit(store, 2))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is full. Make room and start again.");
        assertThatThrownBy(() -> commit(store, 3)).hasMessageContaining("not written any more");
        store.close();

        FragileFile.full(false);
        try (var again = Stores.open(url, "sa", "")) {
            var loaded = new State();
            again.load(loaded);
            assertThat(loaded.all(Timer.class)).extracting(Timer::repetitions).startsWith(1);
        }
    }

    private void commit(Store store, int number) {
        state.put(new Timer(state.newKey(), 0, 1, "x", 1, null, number));
        store.commit(state.takeChanges());
    }

    private void work(Store store) {
        var samples = new SampleInstances(state);
        var open = new ArrayDeque<Long>();
        while (!done) {
            for (var i = 0; i < 8; i++) {
                if (open.size() < 40) {
                    open.add(samples.create());
                } else if (samples.step(open.getFirst())) {
                    open.add(open.removeFirst());
                } else {
                    open.removeFirst();
                }
            }
            store.commit(state.takeChanges());
            acknowledged.set(state.meta().group());
        }
    }

    /** Opens the database and reads all of it, so that every page has to be there. */
    private static long lastGroup(Path database) throws SQLException, IOException {
        try (var store = Stores.open(url(database.toString()), "sa", "")) {
            var loaded = new State();
            store.load(loaded);
            for (var table : Tables.ALL) {
                check(store, table.name());
            }
            return loaded.meta().group();
        } finally {
            Files.delete(Path.of(database + ".mv.db"));
        }
    }

    private static void check(Store store, String table) throws SQLException {
        try (var connection = store.reading().getConnection();
                var statement = connection.createStatement();
                var found = statement.executeQuery("select * from " + table)) {
            while (found.next()) {
                assertThat(found.getLong("id")).isPositive();
            }
        }
    }

    private static String url(String file) {
        return "jdbc:h2:file:" + file;
    }
}
