package org.tandem.desk;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** What a lead did with a task. */
@Entity
class SteeringRecord {

    @Id
    private UUID id;

    private long taskKey;
    private String lead;
    private String what;
    private String newValue;
    private Instant steeredAt;

    @SuppressWarnings("NullAway.Init")
    protected SteeringRecord() {}

    SteeringRecord(SteeredBy by, long taskKey, String what, String newValue, Instant steeredAt) {
        this.id = by.keyOf(taskKey, what, newValue);
        this.taskKey = taskKey;
        this.lead = by.lead();
        this.what = what;
        this.newValue = newValue;
        this.steeredAt = steeredAt;
    }

    UUID id() {
        return id;
    }
}
