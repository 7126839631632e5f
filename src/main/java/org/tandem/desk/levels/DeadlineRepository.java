package org.tandem.desk.levels;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface DeadlineRepository extends Repository<Deadline, UUID> {

    void save(Deadline deadline);

    List<Deadline> findByConversationKey(String conversationKey);

    List<Deadline> findByInquiryIdAndStoppedAtIsNull(UUID inquiryId);

    /** Those that passed and still run, the longest overdue first. */
    @Query("select d from Deadline d where d.stoppedAt is null and d.dueAt <= :now order by d.dueAt")
    List<Deadline> findPassed(Instant now, Limit most);
}
