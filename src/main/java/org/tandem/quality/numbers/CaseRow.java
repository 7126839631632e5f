package org.tandem.quality.numbers;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is counted of one inquiry; see the table {@code case_figures}. */
public record CaseRow(
        UUID id,
        String number,
        Instant receivedAt,
        String topic,
        @Nullable String topicClass,
        @Nullable String route,
        @Nullable String rule,
        @Nullable Double risk,
        String answeredBy,
        boolean heldOut,
        boolean automated,
        @Nullable Long firstResponse,
        @Nullable Long resolution,
        boolean settled,
        boolean reopened,
        boolean repeatContact,
        @Nullable Integer csat,
        @Nullable Long personWait,
        @Nullable String reason,
        String label,
        @Nullable Boolean auditedWrong,
        long handling,
        BigDecimal aiCost,
        BigDecimal humanCost) {

    static CaseRow read(ResultSet row, int number) throws SQLException {
        return new CaseRow(
                Objects.requireNonNull(row.getObject("inquiry_id", UUID.class)),
                row.getString("number"),
                row.getTimestamp("received_at").toInstant(),
                row.getString("topic"),
                row.getString("topic_class"),
                row.getString("route"),
                row.getString("rule"),
                row.getObject("risk", Double.class),
                row.getString("answered_by"),
                row.getBoolean("held_out"),
                row.getBoolean("automated"),
                row.getObject("first_response", Long.class),
                row.getObject("resolution", Long.class),
                row.getBoolean("settled"),
                row.getBoolean("reopened"),
                row.getBoolean("repeat_contact"),
                row.getObject("csat", Integer.class),
                row.getObject("person_wait", Long.class),
                row.getString("reason"),
                row.getString("label"),
                row.getObject("audited_wrong", Boolean.class),
                row.getLong("handling"),
                row.getBigDecimal("ai_cost"),
                row.getBigDecimal("human_cost"));
    }
}
