package org.tandem.disk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Random;
import java.util.regex.Pattern;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** H2's header says where the newest chunk is; when that one has not reached the disk, the one before it is somewhere in the file. */
class NewestStateTest {

    private static final int BLOCK = 4096;
    private static final Pattern CHUNK_BLOCK = Pattern.compile("H:2,block:([0-9a-f]+),");

    @TempDir
    Path folder;

    @Test
    void whatWasForcedIsFoundWhenTheChunkAfterItIsLost() throws Exception {
        var random = new Random(7);
        var lost = 0;
        try (var connection = open(folder.resolve("running"))) {
            execute(connection, "create table line (id int primary key, number int, text varchar)");
            for (var number = 1; number <= 100; number++) {
                write(connection, number, random);
                DatabaseFile.force(connection);
                var forced = header();
                write(connection, number + 1000, random);
                awaitWritten(connection);
                if (!header().equals(forced)) {
                    lost++;
                    assertThat(numberWithout(header(), number)).isEqualTo(number);
                }
            }
        }
        assertThat(lost).isGreaterThan(10);
    }

    @Test
    void aFileThatIsEncryptedIsLeftToH2() throws Exception {
        var database = DatabaseFile.of(DatabaseFile.PREFIX + folder.resolve("encrypted") + ";CIPHER=AES");
        DriverManager.getConnection(database.url(), "sa", "key password").close();

        database.recover();

        try (var connection = DriverManager.getConnection(database.url(), "sa", "key password")) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    private static void awaitWritten(Connection connection) throws SQLException {
        var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        var store = session.getDatabase().getStore().getMvStore();
        store.commit();
        store.executeFilestoreOperation(() -> {});
    }

    /** The last number in a copy in which the chunk that the header names has not reached the disk. */
    private int numberWithout(String header, int number) throws IOException, SQLException {
        var copy = folder.resolve("cut-" + number);
        var file = Path.of(copy + ".mv.db");
        Files.copy(folder.resolve("running.mv.db"), file);
        var block = CHUNK_BLOCK.matcher(header);
        assertThat(block.find()).isTrue();
        try (var to = FileChannel.open(file, StandardOpenOption.WRITE)) {
            to.write(ByteBuffer.allocate(BLOCK), Long.parseLong(block.group(1), 16) * BLOCK);
        }
        try (var connection = open(copy);
                var statement = connection.createStatement();
                var found = statement.executeQuery("select max(number) from line where number < 1000")) {
            found.next();
            return found.getInt(1);
        } finally {
            Files.delete(file);
        }
    }

    private String header() throws IOException {
        try (var from = FileChannel.open(folder.resolve("running.mv.db"))) {
            var block = ByteBuffer.allocate(BLOCK);
            from.read(block, 0);
            return new String(block.array(), ISO_8859_1).strip();
        }
    }

    private static void write(Connection connection, int number, Random random) throws SQLException {
        execute(
                connection,
                "merge into line values (%d, %d, repeat('%d', %d))"
                        .formatted(random.nextInt(40), number, number % 10, random.nextInt(20_000)));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection open(Path file) throws SQLException {
        var database = DatabaseFile.of(DatabaseFile.PREFIX + file + ";RETENTION_TIME=1");
        database.recover();
        return DriverManager.getConnection(database.url(), "sa", "");
    }
}
