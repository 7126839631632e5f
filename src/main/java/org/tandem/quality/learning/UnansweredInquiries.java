package org.tandem.quality.learning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.tandem.inquiry.InquiryId;

/** The inquiries that people answered and the AI could not, and the gap of the knowledge that each belongs to. */
@Repository
class UnansweredInquiries {

    private static final double SECONDS = 60;

    private final JdbcClient database;

    UnansweredInquiries(JdbcClient database) {
        this.database = database;
    }

    /** The first answer of a person counts. Repeating it changes nothing. */
    void add(Unanswered inquiry) {
        if (!isKnown(inquiry.inquiry())) {
            database.sql("""
                            insert into unanswered_inquiry (inquiry_id, inquiry_number, asked, answer, minutes, answered_at)
                            values (?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            inquiry.inquiry().value(),
                            inquiry.number(),
                            inquiry.asked(),
                            inquiry.answer(),
                            inquiry.time().toSeconds() / SECONDS,
                            Timestamp.from(inquiry.answeredAt()))
                    .update();
        }
    }

    private boolean isKnown(InquiryId inquiry) {
        return database.sql("select count(*) from unanswered_inquiry where inquiry_id = ?")
                        .param(inquiry.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The newest first. */
    List<Unanswered> since(Instant since, int most) {
        return database.sql(
                        "select * from unanswered_inquiry where answered_at >= :since order by answered_at desc limit :most")
                .param("since", Timestamp.from(since))
                .param("most", most)
                .query(UnansweredInquiries::read)
                .list();
    }

    /** Those of a gap, the newest first. */
    List<Unanswered> of(UUID gap) {
        return database.sql("select * from unanswered_inquiry where gap_id = ? order by answered_at desc, inquiry_id")
                .param(gap)
                .query(UnansweredInquiries::read)
                .list();
    }

    /** To which gap each belongs that belongs to one. */
    Map<InquiryId, UUID> gaps() {
        return database
                .sql("select inquiry_id, gap_id from unanswered_inquiry where gap_id is not null")
                .query((row, number) -> Map.entry(
                        new InquiryId(row.getObject("inquiry_id", UUID.class)), row.getObject("gap_id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void belongTo(@Nullable UUID gap, List<InquiryId> inquiries) {
        if (!inquiries.isEmpty()) {
            database.sql("update unanswered_inquiry set gap_id = :gap where inquiry_id in (:ids)")
                    .param("gap", gap)
                    .param("ids", inquiries.stream().map(InquiryId::value).toList())
                    .update();
        }
    }

    /** Of inquiries that are erased nothing stays. */
    @Scheduled(cron = "0 30 1 * * *", zone = "UTC")
    void forgetErased() {
        database.sql(
                        "delete from unanswered_inquiry where not exists (select 1 from inquiry where inquiry.id = inquiry_id)")
                .update();
    }

    private static Unanswered read(ResultSet row, int number) throws SQLException {
        return new Unanswered(
                new InquiryId(row.getObject("inquiry_id", UUID.class)),
                row.getString("inquiry_number"),
                row.getString("asked"),
                row.getString("answer"),
                Duration.ofSeconds(Math.round(row.getDouble("minutes") * SECONDS)),
                row.getTimestamp("answered_at").toInstant());
    }
}
