package org.tandem.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** H2 writes in the background too, and a commit may be under way there when it is to be forced. */
class ForcedToTheDiskTest {

    /** So long that making bytes of them takes the background thread some time. */
    private static final int CHARACTERS = 1_000_000;

    @TempDir
    Path folder;

    @BeforeEach
    void useAFragileDisk() {
        FilePath.register(new FragileFile());
    }

    @AfterEach
    void takeBackInterrupt() {
        Thread.interrupted();
    }

    @Test
    void whatTheBackgroundThreadIsJustWritingIsWaitedFor() throws Exception {
        survivesPowerCuts(40, false);
    }

    @Test
    void anInterruptedThreadWaitsAsWellAndStaysInterrupted() throws Exception {
        survivesPowerCuts(5, true);
    }

    private void survivesPowerCuts(int commits, boolean interrupted) throws Exception {
        var random = new Random(7);
        try (var connection =
                open(FragileFile.SCHEME + ":retry:" + folder.resolve("running") + ";WRITE_DELAY=1;RETENTION_TIME=1")) {
            connection.setAutoCommit(false);
            execute(connection, "create table line (number int, text varchar)");
            execute(connection, "insert into line values (-1, '')");
            for (var number = 0; number < commits; number++) {
                execute(
                        connection,
                        "update line set number = %d, text = repeat('%d', %d)"
                                .formatted(number, number % 10, CHARACTERS));
                connection.commit();
                LockSupport.parkNanos(Duration.ofMillis(random.nextInt(12)).toNanos());
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }

                DatabaseFile.force(connection);

                assertThat(Thread.interrupted()).isEqualTo(interrupted);
                assertThat(numberAfterAPowerCut(number, random)).isEqualTo(number);
            }
        }
    }

    private int numberAfterAPowerCut(int cut, Random random) throws IOException, SQLException {
        var copy = folder.resolve("cut-" + cut);
        var file = Path.of(copy + ".mv.db");
        FragileFile.cutPower(file, random);
        try (var connection = open(copy.toString());
                var statement = connection.createStatement();
                var found = statement.executeQuery("select number from line")) {
            found.next();
            return found.getInt(1);
        } finally {
            Files.delete(file);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection open(String file) throws SQLException {
        return DriverManager.getConnection(
                DatabaseFile.of(DatabaseFile.PREFIX + file).url(), "sa", "");
    }
}
