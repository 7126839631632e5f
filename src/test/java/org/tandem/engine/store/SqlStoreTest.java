package org.tandem.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tandem.engine.state.State;
import org.tandem.engine.state.Timer;

/** A database whose answers get lost. */
class SqlStoreTest {

    private final Unreliable database = new Unreliable();
    private final State state = new State();
    private Connection open;
    private Store store;

    @BeforeEach
    void openStore() throws SQLException {
        open = database.lock();
        store = SqlStore.open(database);
    }

    @AfterEach
    void closeStore() throws SQLException {
        store.close();
        open.close();
    }

    @Test
    void aCommitWhoseAnswerWasLostIsFoundAndNotWrittenAgain() {
        database.lostAnswers = 1;

        commit(99);

        assertThat(timers()).containsExactly(99L);
        assertThat(database.writes).isEqualTo(2);
    }

    @Test
    void aCommitThatDidNotArriveIsWrittenAgain() {
        database.lostRequests = 2;

        commit(99);

        assertThat(timers()).containsExactly(99L);
    }

    @Test
    void afterAFewTriesTheStoreGivesUp() {
        database.lostRequests = 9;

        assertThatThrownBy(() -> commit(99)).isInstanceOf(StoreException.class).hasMessage("lost");
        database.lostRequests = 0;

        assertThatThrownBy(() -> commit(98)).hasMessageContaining("not written any more");
    }

    private void commit(long key) {
        state.put(new Timer(key, 0, 1, "x", 1, null, 0));
        store.commit(state.takeChanges());
    }

    private List<Long> timers() {
        var loaded = new State();
        store.load(loaded);
        return loaded.all(Timer.class).stream().map(Timer::key).toList();
    }

    private static final class Unreliable implements Database {
        private final H2Database inside = new H2Database("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "");
        private int lostAnswers;
        private int lostRequests;
        private int writes;

        @Override
        public Connection lock() throws SQLException {
            return inside.lock();
        }

        @Override
        public GroupWriter writer(Connection connection) {
            var writer = inside.writer(connection);
            return group -> {
                writer.write(group);
                if (lostRequests > 0) {
                    lostRequests--;
                    throw new SQLException("lost", "08006");
                }
                writes++;
            };
        }

        @Override
        public void sync(Connection connection) throws SQLException {
            if (lostAnswers > 0) {
                lostAnswers--;
                throw new SQLException("lost", "08006");
            }
        }

        @Override
        public void migrate(Connection connection) throws SQLException {
            inside.migrate(connection);
        }

        @Override
        public HikariConfig reading() {
            return inside.reading();
        }

        @Override
        public List<Long> pauses() {
            return List.of(1L, 1L, 1L);
        }

        @Override
        public boolean isPassing(SQLException trouble) {
            return "08006".equals(trouble.getSQLState());
        }

        @Override
        public String explain(SQLException trouble) {
            return String.valueOf(trouble.getMessage());
        }
    }
}
