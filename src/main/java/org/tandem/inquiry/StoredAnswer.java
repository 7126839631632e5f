package org.tandem.inquiry;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What a person learned while answering; the reply itself is in the conversation. */
@Embeddable
record StoredAnswer(
        String conversationKey,
        UUID messageId,
        String resolutionCode,
        String draftVerdict,
        @Nullable String draftFlaw,
        @Nullable String topic,
        @Nullable String productArea,
        String productFeedback,
        @Nullable LocalDate followUpOn,
        @Nullable String followUpNote,

        @Enumerated(EnumType.STRING) @JdbcTypeCode(SqlTypes.VARCHAR) @Nullable
        ComplaintReply complaintReply,

        @Column(name = "answered_at") Instant at) {

    static StoredAnswer of(PersonAnswer answer, String conversationKey, UUID messageId, Instant at) {
        var reminder = answer.reminder();
        return new StoredAnswer(
                conversationKey,
                messageId,
                answer.resolutionCode(),
                answer.draftVerdict(),
                answer.draftFlaw(),
                answer.topic(),
                answer.productArea(),
                answer.productFeedback(),
                reminder == null ? null : reminder.day(),
                reminder == null ? null : reminder.note(),
                answer.complaintReply(),
                at);
    }

    @Nullable
    Reminder reminder() {
        return followUpOn == null || followUpNote == null ? null : new Reminder(followUpOn, followUpNote);
    }
}
