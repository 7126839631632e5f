package org.tandem.inquiry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** How long customers waited for people in a queue, and who waits now. */
@Service
public class Waits {

    private final JdbcClient database;

    Waits(JdbcClient database) {
        this.database = database;
    }

    /**
     * One wait of a customer.
     *
     * @param since when the inquiry was handed to people
     * @param until when a person answered, null while the customer waits
     * @param agent who answered, null as long as that is not known
     */
    public record Wait(
            String conversationKey,
            Instant since,
            @Nullable Instant until,
            @Nullable String agent) {}

    /**
     * How much work came to a queue.
     *
     * @param hour its beginning
     */
    public record Arrivals(String queue, Instant hour, int count) {}

    /** What people were handed after {@code since}, by queue and hour; hours in which nothing came are left out. */
    public List<Arrivals> arrivals(Instant since) {
        return database.sql("""
            select a.queue, a.hour_of, count(*) as handed_over
            from (select queue, date_trunc('hour', handed_over_at) as hour_of
                from inquiry_hand_over where handed_over_at > ?) a
            group by a.queue, a.hour_of
            """)
                .param(Timestamp.from(since))
                .query((row, number) -> new Arrivals(
                        row.getString("queue"), row.getTimestamp("hour_of").toInstant(), row.getInt("handed_over")))
                .list();
    }

    /** By which calendars people were handed something after {@code since}. */
    public Set<String> calendars(Instant since) {
        return database.sql(
                        "select distinct calendar from inquiry_hand_over where handed_over_at > ? and calendar is not null")
                .param(Timestamp.from(since))
                .query(String.class)
                .set();
    }

    /** Those that began after {@code since}, in that order; what ended otherwise than by an answer is left out. */
    public List<Wait> in(String queue, Instant since) {
        return database.sql("""
            select h.conversation_key, h.handed_over_at, a.answered_at, h.agent
            from inquiry_hand_over h
            join inquiry i on i.id = h.inquiry_id
            left join inquiry_answer a
                on a.inquiry_id = h.inquiry_id and a.conversation_key = h.conversation_key
            where h.queue = ? and h.handed_over_at > ? and (a.answered_at is not null
                or i.state = 'WITH_PERSON'
                    and h.conversation_key = concat(cast(i.id as varchar(36)), ':', i.episode))
            order by h.handed_over_at
            """)
                .params(queue, Timestamp.from(since))
                .query((row, number) -> wait(row))
                .list();
    }

    /**
     * Somebody who waits for a person now.
     *
     * @param calendar of the market, null if it is not known
     */
    public record Waiting(
            InquiryId inquiry,
            String conversationKey,
            String queue,
            Instant since,
            Instant firstResponseDue,
            @Nullable String calendar) {}

    /** All who wait for people now, the longest first. */
    public List<Waiting> now() {
        return database.sql("""
            select i.id, h.conversation_key, h.queue, h.handed_over_at, h.first_response_due, h.calendar
            from inquiry i
            join inquiry_hand_over h on h.inquiry_id = i.id
                and h.conversation_key = concat(cast(i.id as varchar(36)), ':', i.episode)
            where i.state = 'WITH_PERSON'
            order by h.handed_over_at
            """)
                .query((row, number) -> new Waiting(
                        new InquiryId(row.getObject("id", UUID.class)),
                        row.getString("conversation_key"),
                        row.getString("queue"),
                        row.getTimestamp("handed_over_at").toInstant(),
                        row.getTimestamp("first_response_due").toInstant(),
                        row.getString("calendar")))
                .list();
    }

    @SuppressWarnings("NullAway") // what may be null in the row may be null in the record
    private static Wait wait(ResultSet row) throws SQLException {
        var until = row.getTimestamp("answered_at");
        return new Wait(
                row.getString("conversation_key"),
                row.getTimestamp("handed_over_at").toInstant(),
                until == null ? null : until.toInstant(),
                row.getString("agent"));
    }
}
