package org.tandem.desk.levels;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A moment by which something was promised. It runs until it is stopped with a reason; a stop is never taken back. */
@Entity
class Deadline {

    /** What was promised, with the words under which it is noted when it passes. */
    enum Kind {
        /** Until the AI has answered or a queue has it: nobody has promised anything yet, but the customer waits. */
        HAND_OVER("reaching the desk", false),
        FIRST_RESPONSE("first response", true),
        RESOLUTION("resolution", true),
        /** The time that a lead told the customer instead. */
        NEW_TIME("new time", true),
        /** The day on which an agent has agreed to see to it again. */
        FOLLOW_UP("follow-up day", false),
        COMPLAINT_SUMMARY("complaint, 3rd business day", false),
        COMPLAINT_ANSWER("complaint, answer", false),
        COMPLAINT_LATEST("complaint, final response", false);

        private final String inWords;
        private final boolean ofOneRound;

        Kind(String inWords, boolean ofOneRound) {
            this.inWords = inWords;
            this.ofOneRound = ofOneRound;
        }

        String inWords() {
            return inWords;
        }

        /** Whether a law wants it. */
        boolean isOfComplaint() {
            return switch (this) {
                case COMPLAINT_SUMMARY, COMPLAINT_ANSWER, COMPLAINT_LATEST -> true;
                default -> false;
            };
        }
    }

    @Id
    private UUID id = UUID.randomUUID();

    private UUID inquiryId;
    private String conversationKey;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Kind kind;

    private @Nullable Instant warnAt;
    private Instant dueAt;
    private @Nullable Instant stoppedAt;
    private @Nullable String stopReason;
    private @Nullable Instant resumedAt;

    @SuppressWarnings("NullAway.Init")
    protected Deadline() {}

    Deadline(UUID inquiryId, String conversationKey, Kind kind, @Nullable Instant warnAt, Instant dueAt) {
        this.inquiryId = inquiryId;
        this.conversationKey = conversationKey;
        this.kind = kind;
        this.warnAt = warnAt;
        this.dueAt = dueAt;
    }

    void stop(Instant at, String reason) {
        if (stoppedAt == null) {
            stoppedAt = at;
            stopReason = reason;
        }
    }

    /** The same promise goes on under the next hand-over. */
    void resume(Pause pause) {
        stop(pause.from(), Pause.REASON);
        resumedAt = pause.to();
    }

    boolean is(Kind other) {
        return kind == other;
    }

    /** Whether it is about one hand-over, and not about the case as a whole. */
    boolean isOfOneRound() {
        return kind.ofOneRound;
    }

    boolean isOfComplaint() {
        return kind.isOfComplaint();
    }

    /** Under which name it is noted once. */
    String name() {
        return kind == Kind.NEW_TIME ? kind.inWords + " " + dueAt : kind.inWords;
    }

    /** What was promised under this name, without the moment. */
    static String inWords(String name) {
        return name.startsWith(Kind.NEW_TIME.inWords) ? Kind.NEW_TIME.inWords : name;
    }

    UUID inquiryId() {
        return inquiryId;
    }

    String conversationKey() {
        return conversationKey;
    }

    /** Null while it runs. */
    @Nullable
    String stopReason() {
        return stopReason;
    }

    @Nullable
    Instant resumedAt() {
        return resumedAt;
    }

    @Nullable
    Instant warnAt() {
        return warnAt;
    }

    Instant dueAt() {
        return dueAt;
    }
}
