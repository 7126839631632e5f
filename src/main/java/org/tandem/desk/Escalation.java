package org.tandem.desk;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** A deadline that passed while a person had the case. */
@Entity
class Escalation {

    @Id
    private UUID id = UUID.randomUUID();

    private UUID inquiryId;
    private String conversationKey;
    private String deadline;
    private Instant escalatedAt;

    @SuppressWarnings("NullAway.Init")
    protected Escalation() {}

    Escalation(UUID inquiryId, String conversationKey, String deadline, Instant escalatedAt) {
        this.inquiryId = inquiryId;
        this.conversationKey = conversationKey;
        this.deadline = deadline;
        this.escalatedAt = escalatedAt;
    }

    UUID inquiryId() {
        return inquiryId;
    }

    String deadline() {
        return deadline;
    }

    Instant escalatedAt() {
        return escalatedAt;
    }
}
