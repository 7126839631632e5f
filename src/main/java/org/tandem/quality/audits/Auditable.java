package org.tandem.quality.audits;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tandem.inquiry.InquiryId;

/**
 * An answer that may be audited, as the table {@code audit} has it.
 *
 * @param answeredBy who gave it, or is going to
 * @param agent who of the people did, once reviewers are asked
 * @param messageId null of the AI's
 * @param decidedAt when the AI was allowed to answer, or a person answered
 * @param risk 0 of a person's
 * @param modelVersion null of a person's
 * @param answered whether it is in the conversation, and of a person's known whose it is
 * @param chance with which it was drawn, 0 before that
 * @param drawn whether it was
 * @param equalChance whether it belongs to those that are drawn whatever their risk
 * @param twice whether two reviewers look at it
 * @param ratedLow whether the customer gave a 1 or a 2
 * @param requested whether reviewers have been asked, because it was drawn or because of a low rating
 */
record Auditable(
        InquiryId inquiryId,
        String conversationKey,
        AnsweredBy answeredBy,
        @Nullable String agent,
        @Nullable UUID messageId,
        Instant decidedAt,
        @Nullable String topic,
        double risk,
        @Nullable String modelVersion,
        boolean answered,
        double chance,
        boolean drawn,
        boolean equalChance,
        boolean twice,
        boolean ratedLow,
        boolean requested) {

    static Auditable of(ResultSet row) throws SQLException {
        return new Auditable(
                new InquiryId(row.getObject("inquiry_id", UUID.class)),
                row.getString("conversation_key"),
                AnsweredBy.valueOf(row.getString("answered_by")),
                row.getString("agent"),
                row.getObject("message_id", UUID.class),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                row.getString("topic"),
                row.getDouble("risk"),
                row.getString("model_version"),
                row.getObject("answered_at") != null,
                row.getDouble("chance"),
                row.getBoolean("drawn"),
                row.getBoolean("equal_chance"),
                row.getBoolean("twice"),
                row.getBoolean("rated_low"),
                row.getObject("requested_at") != null);
    }

    boolean isByPerson() {
        return answeredBy != AnsweredBy.AI;
    }

    /** How many reviewers look at it. */
    int rounds() {
        return twice ? 2 : 1;
    }
}
