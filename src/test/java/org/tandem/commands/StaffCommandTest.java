package org.tandem.commands;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class StaffCommandTest {

    private static final String[] ADA = {
        "staff", "add", "ada", "--display-name", "Ada Example", "--role", "agent,lead", "--group", "general"
    };

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final java.io.InputStream in = System.in;

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        System.setErr(System.out);
    }

    @AfterEach
    void restore() {
        System.setOut(out);
        System.setErr(err);
        System.setIn(in);
    }

    @Test
    void anAccountIsAddedWithThePasswordFromTheStandardInput() throws Exception {
        assertThat(run("plum under the bridge\n", ADA))
                .as(said.toString(StandardCharsets.UTF_8))
                .isZero();

        assertThat(said.toString(StandardCharsets.UTF_8)).contains("Added ada").doesNotContain("plum");
        try (var database = DriverManager.getConnection(url() + ";IFEXISTS=TRUE");
                var found = database.createStatement()
                        .executeQuery(
                                "select a.display_name, a.password_hash, a.enabled, (select count(*) from staff_account_role)"
                                        + " from staff_account a where a.name = 'ada'")) {
            assertThat(found.next()).isTrue();
            assertThat(found.getString(1)).isEqualTo("Ada Example");
            assertThat(found.getString(2)).startsWith("{bcrypt}");
            assertThat(found.getBoolean(3)).isTrue();
            assertThat(found.getInt(4)).isEqualTo(2);
        }

        assertThat(run("plum under the bridge\n", ADA)).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("There is an account 'ada' already");
    }

    @Test
    void whatElseRunsInThisJavaGoesOnLogging() {
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var level = root.getLevel();

        assertThat(run("plum under the bridge\n", ADA)).isZero();

        assertThat(root.getLevel()).isEqualTo(level);
        assertThat(root.isErrorEnabled()).isTrue();
    }

    @Test
    void aBadPasswordIsRefusedBeforeTheDatabaseIsTouched() {
        assertThat(run("short\n", ADA)).isEqualTo(1);
        assertThat(run("", ADA)).isEqualTo(1);

        assertThat(said.toString(StandardCharsets.UTF_8)).contains("at least 12 characters");
        assertThat(folder.resolve("data.mv.db")).doesNotExist();
    }

    @Test
    void aPasswordIsNoArgumentAndARoleIsOneOfFive() {
        assertThat(run("", "staff", "add", "ada", "--role", "agent", "--password", "plum under the bridge"))
                .isEqualTo(2);
        assertThat(run("", "staff", "add", "ada", "--role", "boss")).isEqualTo(2);
        assertThat(run("", "staff", "add", "ada")).isEqualTo(2);
        assertThat(run("", "staff")).isEqualTo(2);
    }

    @Test
    void aDatabaseThatARunningTandemHasIsSaid() throws Exception {
        assertThat(run("plum under the bridge\n", "staff", "add", "ben", "--role", "lead"))
                .isZero();
        try (var file = FileChannel.open(folder.resolve("data.mv.db"), StandardOpenOption.WRITE);
                var held = file.lock()) {
            assertThat(held.isValid()).isTrue();
            assertThat(run("plum under the bridge\n", ADA)).isEqualTo(1);
        }
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("Tandem is running");
    }

    private int run(String typed, String... arguments) {
        System.setIn(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
        var all = java.util.stream.Stream.concat(
                        java.util.Arrays.stream(arguments),
                        java.util.stream.Stream.of("--spring.datasource.url=" + url()))
                .toArray(String[]::new);
        return Commands.run(all);
    }

    private String url() {
        return "jdbc:h2:file:" + folder.resolve("data");
    }
}
