package org.tandem.desk.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tandem.inquiry.InquiryId;

/** What agents said about the product. */
@Repository("feedbackEntries")
class Entries {

    private final JdbcClient database;

    Entries(JdbcClient database) {
        this.database = database;
    }

    /** Once; it is due at once. */
    void note(String key, InquiryId inquiry, String area, String topic, Instant at) {
        if (find(key, "").isPresent()) {
            return;
        }
        database.sql("""
                        insert into feedback_entry
                            (conversation_key, inquiry_id, area, topic, said_at, due_at, tries) values (?, ?, ?, ?, ?, ?, 0)
                        """)
                .params(key, inquiry.value(), area, topic, Timestamp.from(at), Timestamp.from(at))
                .update();
    }

    List<String> due(Instant now, int most) {
        return database.sql("select conversation_key from feedback_entry where due_at <= ? order by due_at limit ?")
                .params(Timestamp.from(now), most)
                .query(String.class)
                .list();
    }

    Optional<Said> lock(String key) {
        return find(key, "for update");
    }

    /** The latest of an area that are in a theme. */
    List<Said> grouped(String area, Instant since, int most) {
        return database.sql("""
                        select * from feedback_entry where area = ? and said_at >= ? and theme_id is not null
                        order by said_at desc, conversation_key limit ?
                        """)
                .params(area, Timestamp.from(since), most)
                .query(Entries::read)
                .list();
    }

    /** The latest first. */
    List<Said> of(UUID theme) {
        return database.sql("select * from feedback_entry where theme_id = ? order by said_at desc, conversation_key")
                .param(theme)
                .query(Entries::read)
                .list();
    }

    void read(String key, String number, String text) {
        database.sql("update feedback_entry set inquiry_number = ?, text = ? where conversation_key = ?")
                .params(number, text, key)
                .update();
    }

    void belongsTo(String key, UUID theme) {
        database.sql("update feedback_entry set theme_id = ?, due_at = null where conversation_key = ?")
                .params(theme, key)
                .update();
    }

    /** There is nothing to see in it. */
    void dismiss(String key) {
        database.sql("update feedback_entry set due_at = null where conversation_key = ?")
                .param(key)
                .update();
    }

    void putOff(String key, Instant due) {
        database.sql("update feedback_entry set tries = tries + 1, due_at = ? where conversation_key = ?")
                .params(Timestamp.from(due), key)
                .update();
    }

    void move(UUID from, UUID to) {
        database.sql("update feedback_entry set theme_id = ? where theme_id = ?")
                .params(to, from)
                .update();
    }

    private Optional<Said> find(String key, String lock) {
        return database.sql("select * from feedback_entry where conversation_key = ? " + lock)
                .param(key)
                .query(Entries::read)
                .optional();
    }

    private static Said read(ResultSet row, int number) throws SQLException {
        return new Said(
                row.getString("conversation_key"),
                new InquiryId(row.getObject("inquiry_id", UUID.class)),
                row.getString("area"),
                row.getString("topic"),
                row.getTimestamp("said_at").toInstant(),
                row.getInt("tries"),
                text(row, "inquiry_number"),
                text(row, "text"),
                row.getObject("theme_id", UUID.class));
    }

    private static @Nullable String text(ResultSet row, String column) throws SQLException {
        return row.getString(column);
    }
}
