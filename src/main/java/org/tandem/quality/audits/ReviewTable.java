package org.tandem.quality.audits;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tandem.inquiry.InquiryId;

/** What reviewers said, at most two of an answer. */
@Component
class ReviewTable {

    private final JdbcClient database;

    ReviewTable(JdbcClient database) {
        this.database = database;
    }

    /** Who has reviewed it, in the order of the rounds; empty for whom it is no longer kept. */
    List<String> reviewers(String conversationKey) {
        return database.sql("select coalesce(reviewer, '') from audit_review where conversation_key = ? order by round")
                .param(conversationKey)
                .query(String.class)
                .list();
    }

    /** The note of the latest reviewer who asked for a correction. */
    Optional<String> mistakeIn(InquiryId id) {
        return database.sql("""
                        select review.note from audit_review review
                        join audit on audit.conversation_key = review.conversation_key
                        where audit.inquiry_id = ? and review.corrected and review.note is not null
                        order by review.reviewed_at desc fetch first row only
                        """).param(id.value()).query(String.class).optional();
    }

    void add(String conversationKey, int round, String reviewer, Review review, Instant at) {
        database.sql("""
                        insert into audit_review (conversation_key, round, reviewer, reviewed_at, is_right, polite, complete,
                            person_needed, note, corrected, topic)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        conversationKey,
                        round,
                        reviewer,
                        Timestamp.from(at),
                        review.right(),
                        review.polite(),
                        review.complete(),
                        review.personNeeded(),
                        review.note(),
                        review.correction(),
                        review.topic())
                .update();
    }
}
