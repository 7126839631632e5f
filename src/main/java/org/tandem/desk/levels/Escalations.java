package org.tandem.desk.levels;

import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface Escalations extends Repository<Escalation, UUID> {

    void save(Escalation escalation);

    boolean existsByConversationKeyAndDeadline(String conversationKey, String deadline);

    List<Escalation> findByInquiryIdAndOverAtIsNull(UUID inquiryId);

    List<Escalation> findByOverAtIsNullAndDeadlineOrderByEscalatedAtDesc(String deadline, Limit most);

    List<Escalation> findByOverAtIsNullOrderByEscalatedAtDesc(Limit most);
}
