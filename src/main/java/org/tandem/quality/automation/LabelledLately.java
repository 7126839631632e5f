package org.tandem.quality.automation;

import java.nio.ByteBuffer;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tandem.assistant.meaning.Meanings;
import org.tandem.quality.calibration.Memory;

/**
 * How alike inquiries are to those that people have labelled lately. It catches up with them before each, and begins anew from time to
 * time: then what was removed is forgotten. What a labelled text means is kept with it.
 */
@Component
class LabelledLately {

    private static final Duration RENEWED = Duration.ofHours(1);

    private final JdbcClient database;
    private final Meanings meanings;
    private final Clock clock;
    private Memory memory = new Memory();
    private Instant since = Instant.EPOCH;
    private Instant begun = Instant.MIN;

    LabelledLately(JdbcClient database, Meanings meanings, Clock clock) {
        this.database = database;
        this.meanings = meanings;
        this.clock = clock;
    }

    private record Labelled(UUID id, String text, String topic, Instant at, byte @Nullable [] meaning) {}

    /**
     * The figures, and behind them how alike the inquiry is to labelled ones.
     *
     * @param asked what the customer wrote, as the assistant reads it
     */
    double[] beside(double[] figures, String asked, String topic) {
        return meanings.of(asked)
                .map(meaning -> beside(figures, meaning, topic))
                .orElseGet(() -> new Memory().beside(figures, new float[0], topic));
    }

    private synchronized double[] beside(double[] figures, float[] meaning, String topic) {
        catchUp();
        return memory.beside(figures, meaning, topic);
    }

    private void catchUp() {
        if (begun.plus(RENEWED).isBefore(clock.instant())) {
            memory = new Memory();
            since = Instant.EPOCH;
            begun = clock.instant();
        }
        var newest = database.sql("""
                        select id, text, topic, said_at, meaning from learned_example
                        where is_topic and removed_by is null and said_at > ?
                        order by said_at desc, id limit ?
                        """)
                .params(Timestamp.from(since), Memory.MOST)
                .query((row, number) -> new Labelled(
                        row.getObject("id", UUID.class),
                        row.getString("text"),
                        row.getString("topic"),
                        row.getTimestamp("said_at").toInstant(),
                        row.getBytes("meaning")))
                .list();
        newest.reversed()
                .forEach(one -> meaning(one).ifPresent(meaning -> {
                    memory.keep(meaning, one.topic());
                    since = one.at();
                }));
    }

    private Optional<float[]> meaning(Labelled one) {
        if (one.meaning() != null) {
            var kept = new float[one.meaning().length / Float.BYTES];
            ByteBuffer.wrap(one.meaning()).asFloatBuffer().get(kept);
            return Optional.of(kept);
        }
        var meaning = meanings.of(one.text());
        meaning.ifPresent(found -> keep(one.id(), found));
        return meaning;
    }

    private void keep(UUID example, float[] meaning) {
        var bytes = ByteBuffer.allocate(meaning.length * Float.BYTES);
        bytes.asFloatBuffer().put(meaning);
        database.sql("update learned_example set meaning = ? where id = ?")
                .params(bytes.array(), example)
                .update();
    }
}
