package org.tandem.quality.numbers;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The cases behind a number, the latest first. */
@Component
public class CaseList {

    private static final int BATCH = 500;
    private static final UUID LAST = new UUID(-1, -1);

    private final JdbcClient database;

    CaseList(JdbcClient database) {
        this.database = database;
    }

    /**
     * Which cases.
     *
     * @param reason of those that went to people for it only, or null
     */
    public record Wanted(
            Scope scope, Side side, Count count, @Nullable String reason) {

        private String conditions() {
            var topic = scope.topic() == null ? "" : " and topic = :topic";
            var why = reason == null ? "" : " and reason = :reason";
            return "received_at >= :from and received_at < :until and %s and %s%s%s"
                    .formatted(side.condition(), count.condition(), topic, why);
        }

        /**
         * What all of them have in common and are found by, the rarest there is. Ordering by it first changes nothing, but only then does
         * an index that begins with it give the latest without all being read and sorted.
         */
        private String order() {
            var common = Stream.of(
                            count == Count.AUDITED_WRONG ? "audited_wrong, " : null,
                            side == Side.HELD_OUT || side == Side.HELD_OUT_OPEN ? "held_out, " : null,
                            scope.topic() == null ? null : "topic, ",
                            reason == null ? null : "reason, ",
                            count.index() == null ? null : count.index() + ", ")
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse("");
            return common + "received_at desc, inquiry_id desc";
        }
    }

    public List<CaseRow> page(Wanted wanted, int first, int most) {
        return select(wanted, "", "limit :most offset :first")
                .param("most", most)
                .param("first", first)
                .query(CaseRow::read)
                .list();
    }

    /** All of them, read some at a time: however many there are, the first come at once. */
    public void each(Wanted wanted, Consumer<CaseRow> reader) {
        var at = midnight(wanted.scope().until().plusDays(1));
        var id = LAST;
        List<CaseRow> some;
        do {
            some = select(
                            wanted,
                            "and received_at <= :at and (received_at < :at or inquiry_id < :id)",
                            "limit " + BATCH)
                    .param("at", at)
                    .param("id", id)
                    .query(CaseRow::read)
                    .list();
            some.forEach(reader);
            if (!some.isEmpty()) {
                at = Timestamp.from(some.getLast().receivedAt());
                id = some.getLast().id();
            }
        } while (some.size() == BATCH);
    }

    private JdbcClient.StatementSpec select(Wanted wanted, String more, String limit) {
        var scope = wanted.scope();
        var select = database.sql(sql(wanted, more, limit))
                .param("from", midnight(scope.from()))
                .param("until", midnight(scope.until().plusDays(1)));
        select = scope.topic() == null ? select : select.param("topic", scope.topic());
        return wanted.reason() == null ? select : select.param("reason", wanted.reason());
    }

    static String sql(Wanted wanted, String more, String limit) {
        return "select * from case_figures where %s %s order by %s %s"
                .formatted(wanted.conditions(), more, wanted.order(), limit);
    }

    private static Timestamp midnight(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
