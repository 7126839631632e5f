package org.tandem.quality.automation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tandem.inquiry.InquiryId;
import org.tandem.quality.QualityEvent.Truth;

/** Rows of the ledger as the database gives them. */
final class DecisionRows {

    private DecisionRows() {}

    static DecisionRecord read(ResultSet row, int number) throws SQLException {
        return new DecisionRecord(
                tried(row),
                new Word(
                        row.getString("automation"),
                        row.getDouble("answer_chance"),
                        row.getDouble("guaranteed_risk"),
                        row.getString("rests_on"),
                        stated(row)),
                instant(row, "decided_at"),
                row.getString("route"),
                row.getString("rule"),
                row.getBoolean("would_answer"),
                instant(row, "answered_at"),
                instant(row, "said_at"),
                row.getString("said_topic"),
                row.getString("draft_verdict"),
                label(row),
                Truth.valueOf(row.getString("truth")));
    }

    private static Tried tried(ResultSet row) throws SQLException {
        var figures = row.getString("figures");
        return new Tried(
                new InquiryId(Objects.requireNonNull(row.getObject("inquiry_id", UUID.class))),
                row.getString("conversation_key"),
                row.getTimestamp("tried_at").toInstant(),
                row.getString("topic"),
                row.getString("topic_class"),
                row.getBoolean("topic_automated"),
                row.getDouble("risk"),
                figures == null ? null : Numbers.of(figures),
                row.getString("model_version"),
                row.getString("language"),
                row.getBoolean("language_supported"),
                row.getBoolean("distress"),
                row.getBoolean("asked_for_person"),
                row.getBoolean("several_requests"),
                row.getInt("repeat_contacts"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable Stated stated(ResultSet row) throws SQLException {
        double risk = row.getDouble("stated_risk");
        return row.wasNull() ? null : new Stated(risk, row.getDouble("risk_in_parts"));
    }

    private static @Nullable Label label(ResultSet row) throws SQLException {
        var source = row.getString("label_source");
        return source == null ? null : new Label(row.getBoolean("label_right"), row.getDouble("label_weight"), source);
    }
}
