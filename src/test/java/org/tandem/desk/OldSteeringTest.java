package org.tandem.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.support.TransactionTemplate;
import org.tandem.testing.EmptyDatabase;

@Execution(ExecutionMode.CONCURRENT)
class OldSteeringTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void whatLeadsDidIsDeletedWhenItIsOldEnough(String kind) {
        var database = kind.equals("H2") ? EmptyDatabase.h2() : EmptyDatabase.postgres();
        for (var day = 1; day <= 520; day++) {
            database.client()
                    .sql(
                            "insert into steering_record (id, task_key, lead, what, new_value, steered_at) values (?, ?, ?, ?, ?, ?)")
                    .params(
                            UUID.randomUUID(),
                            day,
                            "lea",
                            "given to",
                            "bo",
                            NOW.minus(Duration.ofDays(day)).atOffset(ZoneOffset.UTC))
                    .update();
        }

        new OldSteering(new Retention(
                        database.client(),
                        new TransactionTemplate(database.transactions()),
                        new RetentionSettings(Duration.ofDays(30)),
                        Clock.fixed(NOW, ZoneOffset.UTC)))
                .delete();

        assertThat(database.client()
                        .sql("select max(task_key) from steering_record")
                        .query(Long.class)
                        .single())
                .isEqualTo(30);
    }
}
