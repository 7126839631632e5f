package org.tandem.desk;

import java.time.Instant;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

@Transactional
interface TaskDrafts extends Repository<TaskDraft, TaskDraft.Id> {

    TaskDraft save(TaskDraft draft);

    Optional<TaskDraft> findById(TaskDraft.Id id);

    /** Changes the draft only as it was seen last. */
    @Modifying
    @Query("""
            update TaskDraft d set d.content = :content, d.savedAt = :now, d.revision = d.revision + 1
            where d.id = :id and d.revision = :seen
            """)
    int change(TaskDraft.Id id, int seen, String content, Instant now);

    @Modifying
    @Query("delete from TaskDraft d where d.id = :id")
    void delete(TaskDraft.Id id);

    @Modifying
    @Query("delete from TaskDraft d where d.savedAt < :then")
    int deleteOlderThan(Instant then);
}
