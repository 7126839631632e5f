package org.tandem.desk.levels;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/** A deadline that passed while somebody was waiting for us. */
@Entity
class Escalation extends AbstractAggregateRoot<Escalation> {

    @Id
    private UUID id = UUID.randomUUID();

    private UUID inquiryId;
    private String conversationKey;
    private String deadline;
    private @Nullable Instant dueAt;
    private Instant escalatedAt;
    private @Nullable Instant overAt;

    @SuppressWarnings("NullAway.Init")
    protected Escalation() {}

    Escalation(UUID inquiryId, String conversationKey, String deadline, Instant dueAt, Instant escalatedAt) {
        this.inquiryId = inquiryId;
        this.conversationKey = conversationKey;
        this.deadline = deadline;
        this.dueAt = dueAt;
        this.escalatedAt = escalatedAt;
        registerEvent(new DeadlinePassed(id, inquiryId, Deadline.inWords(deadline), dueAt));
    }

    void end(Instant at) {
        if (overAt == null) {
            overAt = at;
            registerEvent(new EscalationOver(id));
        }
    }

    boolean isAbout(Deadline.Kind kind) {
        return deadline.equals(kind.inWords());
    }

    boolean isAboutComplaint() {
        return Arrays.stream(Deadline.Kind.values())
                .filter(Deadline.Kind::isOfComplaint)
                .anyMatch(this::isAbout);
    }

    UUID inquiryId() {
        return inquiryId;
    }

    /** Since when it should have happened. */
    Instant since() {
        return dueAt == null ? escalatedAt : dueAt;
    }
}
