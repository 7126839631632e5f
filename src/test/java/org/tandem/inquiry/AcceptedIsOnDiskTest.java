package org.tandem.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

/** What was committed is in the database's file at once, so that killing the application loses nothing that was accepted. */
class AcceptedIsOnDiskTest {

    @TempDir
    Path folder;

    @Test
    void aCommitIsInTheFileBeforeItReturns() throws Exception {
        try (var database = open("running")) {
            database.createStatement().execute("create table accepted (id int primary key)");
            for (int id = 0; id < 20; id++) {
                database.createStatement().execute("insert into accepted values (%d)".formatted(id));

                assertThat(acceptedIn(asAKillWouldLeaveIt(id))).isEqualTo(id + 1);
            }
        }
    }

    private String asAKillWouldLeaveIt(int id) throws IOException {
        var name = "killed-" + id;
        Files.copy(folder.resolve("running.mv.db"), folder.resolve(name + ".mv.db"));
        return name;
    }

    private int acceptedIn(String name) throws IOException, SQLException {
        try (var database = open(name);
                var count = database.createStatement().executeQuery("select count(*) from accepted")) {
            count.next();
            return count.getInt(1);
        }
    }

    /** With the settings that the application runs with by default. */
    private Connection open(String name) throws IOException, SQLException {
        var settings = new YamlPropertySourceLoader()
                .load("application", new ClassPathResource("application.yaml"))
                .getFirst();
        var url = String.valueOf(settings.getProperty("spring.datasource.url"));
        return DriverManager.getConnection(
                url.replace("./.tandem/data/tandem", folder.resolve(name).toString()));
    }
}
