package org.tandem.quality.audits;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tandem.inquiry.InquiryId;

/**
 * An answer of the AI that may be audited, as the table {@code audit} has it.
 *
 * @param chance with which it was drawn, 0 before that
 * @param drawn whether it was
 * @param equalChance whether it belongs to those that are drawn whatever their risk
 * @param twice whether two reviewers look at it
 * @param requested whether reviewers have been asked, because it was drawn or because of a low rating
 */
record Auditable(
        InquiryId inquiryId,
        String conversationKey,
        @Nullable String topic,
        double risk,
        String modelVersion,
        boolean answered,
        double chance,
        boolean drawn,
        boolean equalChance,
        boolean twice,
        boolean requested) {

    static Auditable of(ResultSet row) throws SQLException {
        return new Auditable(
                new InquiryId(row.getObject("inquiry_id", UUID.class)),
                row.getString("conversation_key"),
                row.getString("topic"),
                row.getDouble("risk"),
                row.getString("model_version"),
                row.getObject("answered_at") != null,
                row.getDouble("chance"),
                row.getBoolean("drawn"),
                row.getBoolean("equal_chance"),
                row.getBoolean("twice"),
                row.getObject("requested_at") != null);
    }

    /** How many reviewers look at it. */
    int rounds() {
        return twice ? 2 : 1;
    }
}
