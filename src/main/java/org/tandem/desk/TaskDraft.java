package org.tandem.desk;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.Instant;

/** What somebody has typed for a task and not yet completed. The revision tells two windows of the same person apart. */
@Entity
class TaskDraft {

    @EmbeddedId
    private Id id;

    private int revision = 1;
    private String content;
    private Instant savedAt;

    @Embeddable
    record Id(long taskKey, String agent) {}

    @SuppressWarnings("NullAway.Init")
    protected TaskDraft() {}

    TaskDraft(Id id, String content, Instant savedAt) {
        this.id = id;
        this.content = content;
        this.savedAt = savedAt;
    }

    Drafts.Draft draft() {
        return new Drafts.Draft(content, revision, savedAt);
    }
}
