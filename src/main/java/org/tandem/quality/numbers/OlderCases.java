package org.tandem.quality.numbers;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.InquiryId;

/**
 * Inquiries from before anything was counted: walked through once, some at a time, from where it was when the application ended. What
 * their case files say is noted as if it had been heard.
 */
@Component
class OlderCases {

    private static final int BATCH = 100;
    private static final UUID FIRST = new UUID(0, 0);

    private final Inquiries inquiries;
    private final Ledger ledger;
    private final JdbcClient database;
    private final Clock clock;
    private final int batch;

    @Autowired
    OlderCases(Inquiries inquiries, Ledger ledger, JdbcClient database, Clock clock) {
        this(inquiries, ledger, database, clock, BATCH);
    }

    OlderCases(Inquiries inquiries, Ledger ledger, JdbcClient database, Clock clock, int batch) {
        this.batch = batch;
        this.inquiries = inquiries;
        this.ledger = ledger;
        this.database = database;
        this.clock = clock;
    }

    /** How many were noted; 0 when there are none left. */
    int noteSome() {
        var walk = database.sql("select older_than, older_counted, older_done from case_counter where id = 1")
                .query((row, number) -> new Walk(
                        instant(row.getTimestamp("older_than")),
                        row.getObject("older_counted", UUID.class),
                        row.getBoolean("older_done")))
                .single();
        if (walk.done) {
            return 0;
        }
        var before = walk.olderThan == null ? clock.instant() : walk.olderThan;
        var after = new InquiryId(walk.counted == null ? FIRST : walk.counted);
        var some = inquiries.receivedBefore(before, after, batch);
        some.forEach(id -> OlderCase.happenings(inquiries.get(id)).forEach(ledger::note));
        database.sql("update case_counter set older_than = ?, older_counted = ?, older_done = ? where id = 1")
                .params(Timestamp.from(before), (some.isEmpty() ? after : some.getLast()).value(), some.size() < batch)
                .update();
        return some.size();
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private record Walk(
            @Nullable Instant olderThan, @Nullable UUID counted, boolean done) {}
}
