package org.tandem.quality.audits;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tandem.quality.audits.AuditList.Item;

/** The answers behind the numbers of audits, each with its first review, the earliest first. */
@Service
public class AnswerList {

    private final JdbcClient database;

    AnswerList(JdbcClient database) {
        this.database = database;
    }

    /** The condition by which an answer is in a number is the one by which it is in the list behind that number. */
    public enum What {
        GIVEN("that were given", "true"),
        AUDITED("that were drawn and reviewed", "audit.drawn = true and audit.is_right is not null"),
        OPEN(
                "that were drawn and are still to be reviewed",
                "audit.drawn = true and audit.is_right is null and audit.dropped_at is null"),
        WRONG("that were drawn and found wrong", "audit.drawn = true and audit.is_right = false");

        private final String words;
        private final String condition;

        What(String words, String condition) {
            this.words = words;
            this.condition = condition;
        }

        public String words() {
            return words;
        }

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<What> of(String key) {
            return Stream.of(values()).filter(what -> what.key().equals(key)).findFirst();
        }
    }

    /**
     * Which answers.
     *
     * @param first day (of UTC) on which they were given
     * @param last day, included
     * @param by one of whom gave them, at least one
     * @param topic its id, empty for none, null for all
     */
    public record Wanted(
            LocalDate first,
            LocalDate last,
            Set<AnsweredBy> by,
            @Nullable String topic,
            What what) {

        private Wanted on(LocalDate day) {
            return new Wanted(day, day, by, topic, what);
        }
    }

    public long count(Wanted wanted) {
        if (wanted.what != What.GIVEN) {
            return select("select count(*) from audit ", "", wanted)
                    .query(Long.class)
                    .single();
        }
        var days = database.sql("""
                        select coalesce(sum(answers), 0) from audit_day
                        where epoch_day >= :from and epoch_day <= :until and answered_by in (:by)%s
                        """.formatted(wanted.topic == null ? "" : " and topic = :topic"))
                .param("from", (int) wanted.first.toEpochDay())
                .param("until", (int) wanted.last.toEpochDay())
                .param("by", names(wanted));
        return (wanted.topic == null ? days : days.param("topic", wanted.topic))
                .query(Long.class)
                .single();
    }

    public List<Item> page(Wanted wanted, int first, int most) {
        return items(wanted, "limit :most offset :first")
                .param("most", most)
                .param("first", first)
                .query((row, number) -> AuditList.item(row))
                .list();
    }

    /** All of them, read day by day from the first on which anything was answered: however many there are, the first come at once. */
    public void each(Wanted wanted, Consumer<Item> reader) {
        begin(wanted)
                .datesUntil(wanted.last.plusDays(1))
                .forEach(day -> items(wanted.on(day), "")
                        .query((row, number) -> AuditList.item(row))
                        .list()
                        .forEach(reader));
    }

    private LocalDate begin(Wanted wanted) {
        return database.sql("select min(answered_at) from audit where answered_at >= ? and answered_at < ?")
                .params(midnight(wanted.first), midnight(wanted.last.plusDays(1)))
                .query((row, number) -> Optional.ofNullable(row.getTimestamp(1)))
                .single()
                .map(earliest -> LocalDate.ofInstant(earliest.toInstant(), ZoneOffset.UTC))
                .orElse(wanted.last);
    }

    /** Ordering by what all have in common changes nothing, but only then does an index give them in their order. */
    private JdbcClient.StatementSpec items(Wanted wanted, String limit) {
        var order = wanted.what != What.GIVEN ? "audit.drawn, " : wanted.by.size() == 1 ? "audit.answered_by, " : "";
        return select(
                AuditList.COLUMNS
                        + "left join audit_review review on review.conversation_key = audit.conversation_key and review.round = 1 ",
                " order by %saudit.answered_at %s".formatted(order, limit),
                wanted);
    }

    private JdbcClient.StatementSpec select(String columns, String rest, Wanted wanted) {
        var topic = wanted.topic == null ? "" : " and coalesce(audit.topic, '') = :topic";
        var select = database.sql(columns
                        + "where audit.answered_at >= :from and audit.answered_at < :until and audit.answered_by in (:by) and "
                        + wanted.what.condition
                        + topic
                        + rest)
                .param("from", midnight(wanted.first))
                .param("until", midnight(wanted.last.plusDays(1)))
                .param("by", names(wanted));
        return wanted.topic == null ? select : select.param("topic", wanted.topic);
    }

    private static List<String> names(Wanted wanted) {
        return wanted.by.stream().map(AnsweredBy::name).sorted().toList();
    }

    private static Timestamp midnight(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
