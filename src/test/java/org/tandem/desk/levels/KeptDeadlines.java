package org.tandem.desk.levels;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;

/** Deadlines in memory. */
class KeptDeadlines implements DeadlineRepository {

    final List<Deadline> all = new ArrayList<>();

    @Override
    public void save(Deadline deadline) {
        if (!all.contains(deadline)) {
            all.add(deadline);
        }
    }

    @Override
    public List<Deadline> findByConversationKey(String conversationKey) {
        return all.stream()
                .filter(deadline -> deadline.conversationKey().equals(conversationKey))
                .toList();
    }

    @Override
    public List<Deadline> findByInquiryIdAndStoppedAtIsNull(UUID inquiryId) {
        return all.stream()
                .filter(deadline -> deadline.inquiryId().equals(inquiryId) && deadline.stopReason() == null)
                .toList();
    }

    @Override
    public List<Deadline> findPassed(Instant now, Limit most) {
        return all.stream()
                .filter(deadline ->
                        deadline.stopReason() == null && !deadline.dueAt().isAfter(now))
                .sorted(Comparator.comparing(Deadline::dueAt))
                .limit(most.max())
                .toList();
    }
}
