package org.tandem.quality.audits;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Answers that two reviewers looked at, for each of the two: known only when both have said what they think. */
@Service
public class SecondReviews {

    private static final int MOST = 50;

    private final JdbcClient database;

    SecondReviews(JdbcClient database) {
        this.database = database;
    }

    /** What one found, and what the other did, in the other's words. */
    public record Pair(
            String number,
            boolean right,
            boolean otherRight,
            @Nullable String otherNote) {}

    /** Of what this person reviewed in this time, the latest first. */
    public List<Pair> of(String reviewer, Instant from, Instant to) {
        return database.sql("""
                        select audit.number, mine.is_right, other.is_right as other_right, other.note
                        from audit_review mine
                        join audit_review other
                            on other.conversation_key = mine.conversation_key and other.round <> mine.round
                        join audit on audit.conversation_key = mine.conversation_key
                        where mine.reviewer = ? and mine.reviewed_at >= ? and mine.reviewed_at < ? and audit.number is not null
                        order by mine.reviewed_at desc, audit.number fetch first ? rows only
                        """)
                .params(reviewer, from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC), MOST)
                .query((row, index) -> new Pair(
                        row.getString("number"),
                        row.getBoolean("is_right"),
                        row.getBoolean("other_right"),
                        row.getString("note")))
                .list();
    }
}
