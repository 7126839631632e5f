package org.tandem.quality.audits;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What reviewers said of people's answers, for these people. Who the reviewers were is not told. */
@Service
public class PeopleReviewed {

    private final JdbcClient database;

    PeopleReviewed(JdbcClient database) {
        this.database = database;
    }

    /** @param number of the case */
    public record Said(String number, Instant answeredAt, Instant reviewedAt, Review review) {}

    /** Of this person's answers, the latest review first. */
    public List<Said> of(String agent, int most) {
        return database.sql("""
                        select audit.number, audit.answered_at, review.reviewed_at, review.is_right, review.polite, review.complete,
                            review.corrected, review.note
                        from audit join audit_review review on review.conversation_key = audit.conversation_key
                        where audit.agent = ? and audit.number is not null and audit.answered_at is not null
                        order by review.reviewed_at desc, audit.number, review.round fetch first ? rows only
                        """)
                .params(agent, most)
                .query((row, index) -> new Said(
                        row.getString("number"),
                        row.getObject("answered_at", OffsetDateTime.class).toInstant(),
                        row.getObject("reviewed_at", OffsetDateTime.class).toInstant(),
                        new Review(
                                row.getBoolean("is_right"),
                                row.getBoolean("polite"),
                                row.getBoolean("complete"),
                                false,
                                row.getBoolean("corrected"),
                                row.getString("note"))))
                .list();
    }

    /** Whose answers were reviewed, by name. */
    public List<String> people() {
        return database.sql("""
                        select distinct agent from audit where agent is not null and is_right is not null order by agent
                        """).query(String.class).list();
    }
}
