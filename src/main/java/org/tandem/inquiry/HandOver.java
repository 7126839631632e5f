package org.tandem.inquiry;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * How an inquiry passed to people: why, to which queue, by when they should answer, and who did. {@code handedBack} is why they handed it
 * back to the AI instead, null if they did not; {@code calendar} by which market's hours people work on it, null if that is not known.
 */
@Embeddable
public record HandOver(
        String conversationKey,

        @Enumerated(EnumType.STRING) @JdbcTypeCode(SqlTypes.VARCHAR)
        HandOverReason reason,

        String queue,
        Instant firstResponseDue,
        Instant resolutionDue,
        @Nullable String agent,
        @Column(name = "handed_over_at") Instant at,
        @Nullable String handedBack,
        @Nullable String calendar) {

    public HandOver(
            String conversationKey,
            HandOverReason reason,
            String queue,
            Instant firstResponseDue,
            Instant resolutionDue,
            @Nullable String agent,
            Instant at) {
        this(conversationKey, reason, queue, firstResponseDue, resolutionDue, agent, at, null, null);
    }

    public boolean isHandedBack() {
        return handedBack != null;
    }

    HandOver answeredBy(Instant newTime) {
        return new HandOver(conversationKey, reason, queue, newTime, resolutionDue, agent, at, handedBack, calendar);
    }

    HandOver takenBy(@Nullable String someone) {
        return new HandOver(
                conversationKey, reason, queue, firstResponseDue, resolutionDue, someone, at, handedBack, calendar);
    }

    HandOver handedBackBecause(String why) {
        return new HandOver(conversationKey, reason, queue, firstResponseDue, resolutionDue, agent, at, why, calendar);
    }
}
