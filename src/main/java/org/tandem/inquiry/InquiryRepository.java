package org.tandem.inquiry;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface InquiryRepository extends Repository<Inquiry, UUID> {

    Inquiry save(Inquiry inquiry);

    /** With the conversation in the same query, as everybody who needs an inquiry needs it. */
    @EntityGraph(attributePaths = "conversation.lines")
    Optional<Inquiry> findById(UUID id);

    /**
     * To be changed: whoever else wants to waits until this transaction ends. The conversation is read after that wait and not in the
     * same query, which would show it as it was before.
     */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select i from Inquiry i where i.id = :id")
    Optional<Inquiry> findToChange(UUID id);

    Optional<Inquiry> findByIdempotencyKey(String idempotencyKey);

    /** Inquiries of the same customer since then; only as many as matter, because they are counted with every new one. */
    @Query("""
            select i.id from Inquiry i
            where i.contactKey = :contactKey and i.receivedAt >= :since and i.state <> org.tandem.inquiry.State.WITHDRAWN
            """)
    List<UUID> findRecent(String contactKey, Instant since, Limit limit);

    @Query("select i.id from Inquiry i where i.id > :after and i.receivedAt < :before order by i.id")
    List<UUID> findOlder(UUID after, Instant before, Limit limit);

    /** Other inquiries of the same customer whose latest answer is from this time, the latest first. */
    @Query("""
            select i from Inquiry i
            where i.contactKey = :contactKey and i.id <> :id and i.state <> org.tandem.inquiry.State.WITHDRAWN
              and i.matter.answeredAt between :from and :to
            order by i.matter.answeredAt desc
            """)
    List<Inquiry> findAnswered(String contactKey, UUID id, Instant from, Instant to, Limit limit);

    /** Those of these that are with a person for the first time because their customers call them complaints. */
    @Query("""
            select i.id from Inquiry i
            where i.id in :ids and i.complaint = true and size(i.evidence.handOvers) < 2
            """)
    Set<UUID> findHandedOverAsComplaints(Collection<UUID> ids);

    @Query("select count(i) from Inquiry i where i.contactKey = :contactKey and i.ratingAskedAt >= :since")
    long countAskedForRating(String contactKey, Instant since);

    @Query("""
            select i from Inquiry i
            where i.state = org.tandem.inquiry.State.RESOLVED and i.evidence.answers is not empty
              and exists (select a.topic from i.evidence.attempts a where a.topic = :topic)
            order by i.receivedAt desc
            """)
    List<Inquiry> findSolvedByPeople(String topic, Limit limit);

    @Query("""
            select new org.tandem.inquiry.EarlierCase(i.number, i.receivedAt, i.state, i.outcome,
                (select a.topicTitle from i.evidence.attempts a order by a.at desc limit 1))
            from Inquiry i
            where i.contactKey = :contactKey and i.id <> :id
            order by i.receivedAt desc
            """)
    List<EarlierCase> findOthersOf(String contactKey, UUID id, Limit limit);
}
