package org.tandem.desk;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Transient;
import java.time.Instant;
import org.springframework.data.domain.Persistable;

/** What somebody has typed for a task and not yet completed. The revision tells two windows of the same person apart. */
@Entity
class TaskDraft implements Persistable<TaskDraft.Id> {

    @EmbeddedId
    private Id id;

    private int revision = 1;
    private String content;
    private Instant savedAt;

    /** What was made here is only ever added: of two that begin at the same moment, none overwrites the other. */
    @Transient
    private boolean made;

    @Embeddable
    record Id(long taskKey, String agent) {}

    @SuppressWarnings("NullAway.Init")
    protected TaskDraft() {}

    TaskDraft(Id id, String content, Instant savedAt) {
        this.id = id;
        this.content = content;
        this.savedAt = savedAt;
        this.made = true;
    }

    @Override
    public Id getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return made;
    }

    Drafts.Draft draft() {
        return new Drafts.Draft(content, revision, savedAt);
    }
}
