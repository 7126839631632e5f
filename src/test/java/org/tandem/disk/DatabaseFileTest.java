package org.tandem.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DatabaseFileTest {

    @Test
    void anAddressGetsWhatKeepsItsFileSafeAndSmall() {
        var file = DatabaseFile.of("jdbc:h2:file:./data/x");

        var path = Path.of("data/x").toAbsolutePath();
        assertThat(file.name()).isEqualTo(path.toString());
        assertThat(file.url())
                .isEqualTo("jdbc:h2:file:ordered:retry:%s;DB_CLOSE_ON_EXIT=FALSE;RETENTION_TIME=1000", path);
    }

    @Test
    void settingsOfTheOperatorWin() {
        assertThat(DatabaseFile.of("jdbc:h2:file:/x;retention_time=5;CACHE_SIZE=1")
                        .url())
                .isEqualTo("jdbc:h2:file:ordered:retry:/x;DB_CLOSE_ON_EXIT=FALSE;retention_time=5;CACHE_SIZE=1");
    }

    @Test
    void theHomeFolderAndSchemesAreKnown() {
        assertThat(DatabaseFile.of("jdbc:h2:file:~/x").name()).isEqualTo(System.getProperty("user.home") + "/x");
        assertThat(DatabaseFile.of("jdbc:h2:file:split:/x").url()).startsWith("jdbc:h2:file:ordered:split:/x;");
    }
}
