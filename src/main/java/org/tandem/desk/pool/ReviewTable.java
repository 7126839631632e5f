package org.tandem.desk.pool;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Questions about decisions of the allocation in the database. */
@Component("poolReviewTable")
class ReviewTable {

    private final JdbcClient database;

    ReviewTable(JdbcClient database) {
        this.database = database;
    }

    void add(Review review) {
        database.sql("insert into pool_review (id, agent, offer, question, asked_at) values (?, ?, ?, ?, ?)")
                .params(review.id(), review.agent(), review.offer(), review.question(), Moment.of(review.askedAt()))
                .update();
    }

    /** What is decided stays so. */
    void decide(UUID id, Review.Decision decision, String by, String explanation, Instant at) {
        database.sql("""
                        update pool_review set decision = ?, decided_by = ?, explanation = ?, decided_at = ?
                        where id = ? and decided_at is null
                        """)
                .params(decision.name(), by, explanation, Moment.of(at), id)
                .update();
    }

    Optional<Review> find(UUID id) {
        return database.sql("select * from pool_review where id = ?")
                .param(id)
                .query(ReviewTable::review)
                .optional();
    }

    List<Review> latestOf(String agent, int most) {
        return database.sql(
                        "select * from pool_review where agent = ? order by asked_at desc, id fetch first ? rows only")
                .params(agent, most)
                .query(ReviewTable::review)
                .list();
    }

    private static Review review(ResultSet row, int number) throws SQLException {
        var decision = row.getString("decision");
        return new Review(
                row.getObject("id", UUID.class),
                row.getString("agent"),
                row.getObject("offer", UUID.class),
                row.getString("question"),
                Moment.in(row, "asked_at"),
                decision == null ? null : Review.Decision.valueOf(decision),
                row.getString("decided_by"),
                row.getString("explanation"),
                decision == null ? null : Moment.in(row, "decided_at"));
    }
}
