package org.tandem.disk;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

/** What was committed is in the database's file at once, so that killing the application loses nothing that was accepted. */
class AcceptedIsOnDiskTest {

    private final List<HikariDataSource> pools = new ArrayList<>();

    @TempDir
    Path folder;

    @Test
    void aCommitIsInTheFileBeforeItReturns() throws Exception {
        isInTheFileBeforeItReturns(false);
    }

    @Test
    void whatIsWrittenInNoTransactionIsInTheFileBeforeItReturns() throws Exception {
        isInTheFileBeforeItReturns(true);
    }

    private void isInTheFileBeforeItReturns(boolean autoCommit) throws Exception {
        try (var database = open("running")) {
            database.setAutoCommit(autoCommit);
            database.createStatement().execute("create table accepted (id int primary key)");
            for (int id = 0; id < 20; id++) {
                try (var insert = database.prepareStatement("insert into accepted values (?)")) {
                    insert.setInt(1, id);
                    insert.executeUpdate();
                }
                if (!autoCommit) {
                    database.commit();
                }

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

    /** As the application opens it by default. */
    private Connection open(String name) throws IOException, SQLException {
        var settings = new YamlPropertySourceLoader()
                .load("application", new ClassPathResource("application.yaml"))
                .getFirst();
        var url = String.valueOf(settings.getProperty("spring.datasource.url"));
        var pool = new HikariDataSource();
        pool.setJdbcUrl(
                url.replace("./.tandem/data/tandem", folder.resolve(name).toString()));
        pools.add(pool);
        return ((DataSource) Objects.requireNonNull(
                        ForcedCommits.forcedToTheDisk().postProcessAfterInitialization(pool, "dataSource")))
                .getConnection();
    }

    @AfterEach
    void close() {
        pools.forEach(HikariDataSource::close);
    }
}
