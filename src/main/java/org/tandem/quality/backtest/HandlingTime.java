package org.tandem.quality.backtest;

import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How long people take for an inquiry: from the hand-over to the answer, the half of them in less. */
@Component
class HandlingTime {

    private final JdbcClient database;

    HandlingTime(JdbcClient database) {
        this.database = database;
    }

    /** In minutes; null if nobody answered in the period. */
    @Nullable
    Double median(Period period) {
        return database.sql("""
            select percentile_cont(0.5) within group (order by
                extract(epoch from a.answered_at) - extract(epoch from h.handed_over_at)) / 60 as minutes
            from inquiry_answer a
            join inquiry_hand_over h
              on h.inquiry_id = a.inquiry_id and h.conversation_key = a.conversation_key
            where a.answered_at >= ? and a.answered_at < ?
            """)
                .params(period.from().atOffset(ZoneOffset.UTC), period.to().atOffset(ZoneOffset.UTC))
                .query((row, number) -> {
                    double minutes = row.getDouble("minutes");
                    return row.wasNull() ? Double.NaN : minutes;
                })
                .optional()
                .filter(minutes -> !minutes.isNaN())
                .orElse(null);
    }
}
