package org.tandem.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tandem.engine.state.State;
import org.tandem.engine.state.Timer;

class MemoryStoreTest extends StoreBehaviour {

    @Override
    Store open() {
        return Stores.inMemory();
    }

    @Test
    void storesInMemoryHaveNothingToDoWithEachOther() {
        commit(List.of(new Timer(99, 0, 1, "x", 1, null, 0)));

        try (var other = Stores.inMemory()) {
            var loaded = new State();
            other.load(loaded);
            assertThat(loaded.all(Timer.class)).isEmpty();
        }
    }

    @Test
    void everyScriptOfTheSchemaIsRun() throws IOException {
        try (var scripts = Files.list(Path.of("src/main/resources/db/engine"))) {
            assertThat(scripts.map(script -> script.getFileName().toString()).sorted())
                    .isEqualTo(Schema.SCRIPTS);
        }
    }
}
