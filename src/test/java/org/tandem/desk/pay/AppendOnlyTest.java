package org.tandem.desk.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What no database does alike: the ledger is only ever added to. */
class AppendOnlyTest {

    private static final Pattern CHANGES = Pattern.compile(
            "(?is)(update|delete\\s+from|merge\\s+into|truncate\\s+table|drop\\s+table|alter\\s+table)\\s+pay_entry"
                    + "(?!\\s+add\\s+column)");

    @Test
    void nothingChangesAnEntryOrTakesItAway() throws IOException {
        try (var files = Files.walk(Path.of("src/main"))) {
            assertThat(files.filter(Files::isRegularFile)
                            .filter(file -> file.toString().matches(".*\\.(java|sql)"))
                            .filter(AppendOnlyTest::changes))
                    .isEmpty();
        }
    }

    @Test
    void aStatementThatWouldIsRecognised() {
        assertThat(CHANGES.matcher("update pay_entry set minor_units = 0").find())
                .isTrue();
        assertThat(CHANGES.matcher("DELETE FROM\n pay_entry").find()).isTrue();
        assertThat(CHANGES.matcher("alter table pay_entry drop column reason").find())
                .isTrue();
        assertThat(CHANGES.matcher("alter table pay_entry add column period varchar(7)")
                        .find())
                .isFalse();
        assertThat(CHANGES.matcher("insert into pay_entry").find()).isFalse();
    }

    private static boolean changes(Path file) {
        try {
            return CHANGES.matcher(Files.readString(file)).find();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
