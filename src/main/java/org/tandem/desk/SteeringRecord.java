package org.tandem.desk;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** What a lead did with a task. */
@Entity
class SteeringRecord {

    @Id
    private UUID id = UUID.randomUUID();

    private long taskKey;
    private String lead;
    private String what;
    private String newValue;
    private Instant steeredAt;

    @SuppressWarnings("NullAway.Init")
    protected SteeringRecord() {}

    SteeringRecord(long taskKey, String lead, String what, String newValue, Instant steeredAt) {
        this.taskKey = taskKey;
        this.lead = lead;
        this.what = what;
        this.newValue = newValue;
        this.steeredAt = steeredAt;
    }
}
