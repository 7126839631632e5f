package org.tandem.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tandem.engine.state.Entity;
import org.tandem.engine.state.Incident;
import org.tandem.engine.state.Timer;
import org.tandem.testing.PostgresCluster;

class PostgresStoreTest extends StoreBehaviour {

    private @Nullable String url;

    @Override
    Store open() {
        if (url == null) {
            url = PostgresCluster.shared().newDatabase();
        }
        return Stores.open(url, PostgresCluster.USER, PostgresCluster.PASSWORD);
    }

    @Test
    void aSecondEngineIsRefused() {
        assertThatThrownBy(this::open)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("in use by another engine");
    }

    @Test
    void theNextEngineFindsWhatWasThere() {
        commit(Samples.all());
        store.close();

        store = open();

        assertThat(written()).containsExactlyInAnyOrderElementsOf(Samples.all());
        assertThat(loaded().meta()).isEqualTo(state.meta());
    }

    @Test
    void theEngineHasASchemaOfItsOwn() throws SQLException {
        try (var application = DriverManager.getConnection(url, PostgresCluster.USER, PostgresCluster.PASSWORD);
                var statement = application.createStatement();
                var found = statement.executeQuery(
                        "select distinct schemaname from pg_tables where schemaname not in ('pg_catalog', 'information_schema')")) {
            found.next();
            assertThat(found.getString(1)).isEqualTo("engine");
            assertThat(found.next()).isFalse();
        }
    }

    @Test
    void aLostConnectionIsOpenedAgainAndTheGroupIsWrittenOnce() throws SQLException {
        commit(Samples.all());
        terminate();

        commit(List.of(new Timer(99, 0, 1, "x", 1, null, 0)));

        assertThat(written()).hasSize(Samples.all().size() + 1);
        assertThatThrownBy(this::open).hasMessageContaining("in use by another engine");
    }

    @Test
    void aServerThatIsAwayForAMomentIsWaitedFor() {
        commit(Samples.all());
        PostgresCluster.shared().stop();

        var commit = CompletableFuture.runAsync(() -> commit(List.of(new Timer(99, 0, 1, "x", 1, null, 0))));
        await().during(Duration.ofMillis(500)).atMost(Duration.ofSeconds(5)).until(() -> !commit.isDone());
        PostgresCluster.shared().start();
        commit.join();

        assertThat(written()).hasSize(Samples.all().size() + 1);
    }

    @Test
    void aCharacterThatPostgresDoesNotKnowDoesNotStopTheEngine() {
        commit(List.of(new Incident(56, "T", "a\0b\ud83d", 1, 1, 0, Incident.Phase.JOB, NOW, 0)));

        assertThat(written()).extracting(Entity::key).containsExactly(56L);
    }

    @Test
    void aDatabaseThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> Stores.open(url + "_missing", PostgresCluster.USER, PostgresCluster.PASSWORD))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("create it first");
        assertThatThrownBy(() -> Stores.open("jdbc:postgresql://127.0.0.1:1/x", "a", "b"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is away");
    }

    private void terminate() throws SQLException {
        try (var other = DriverManager.getConnection(url, PostgresCluster.USER, PostgresCluster.PASSWORD);
                var statement = other.createStatement()) {
            statement.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'tandem-engine'");
        }
    }
}
