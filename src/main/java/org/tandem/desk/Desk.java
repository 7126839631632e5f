package org.tandem.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.inquiry.CaseFile;
import org.tandem.inquiry.HandOver;
import org.tandem.inquiry.HandOverReason;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.InquiryId;

/** The desk where people take cases over: promises deadlines to the customer and keeps the escalations when one passes. */
@Service
public class Desk {

    private static final Logger log = LoggerFactory.getLogger(Desk.class);

    private final Inquiries inquiries;
    private final Escalations escalations;
    private final Clock clock;

    Desk(Inquiries inquiries, Escalations escalations, Clock clock) {
        this.inquiries = inquiries;
        this.escalations = escalations;
        this.clock = clock;
    }

    /**
     * Hands the case to a queue and promises the customer an answer. Repeating it changes nothing. A resolution deadline promised
     * earlier and not yet over stays; only a case that comes back after it gets a new one.
     *
     * @return when the case has to be solved
     */
    @Transactional
    public Instant handOver(
            InquiryId id, String conversationKey, HandOverReason reason, String queue, ServiceLevels levels) {
        var file = inquiries.get(id);
        var now = clock.instant();
        var resolutionDue = promised(file, conversationKey, now, levels);
        inquiries.handOver(
                id,
                new HandOver(
                        conversationKey, reason, queue, now.plus(levels.firstResponse()), resolutionDue, null, now));
        return resolutionDue;
    }

    /**
     * Notes which deadlines of this hand-over have passed. Repeating it changes nothing, also at the same time: the database takes each
     * deadline once.
     */
    public void escalate(InquiryId id, String conversationKey) {
        var now = clock.instant();
        inquiries.get(id).handOvers().stream()
                .filter(handOver -> handOver.conversationKey().equals(conversationKey))
                .flatMap(handOver -> passed(handOver, now))
                .forEach(deadline -> note(id, conversationKey, deadline));
    }

    private static Stream<String> passed(HandOver handOver, Instant now) {
        var first = handOver.firstResponseDue().isAfter(now) ? Stream.<String>empty() : Stream.of("first response");
        var last = handOver.resolutionDue().isAfter(now) ? Stream.<String>empty() : Stream.of("resolution");
        return Stream.concat(first, last);
    }

    private void note(InquiryId id, String conversationKey, String deadline) {
        if (escalations.existsByConversationKeyAndDeadline(conversationKey, deadline)) {
            return;
        }
        try {
            escalations.save(new Escalation(id.value(), conversationKey, deadline, clock.instant()));
            log.warn("Inquiry {}: the {} deadline passed, escalated to the team lead", id, deadline);
        } catch (DataIntegrityViolationException faster) {
            log.debug("Inquiry {}: the {} deadline has been noted meanwhile", id, deadline);
        }
    }

    private static Instant promised(CaseFile file, String conversationKey, Instant now, ServiceLevels levels) {
        return file.handOvers().stream()
                .filter(earlier -> earlier.conversationKey().equals(conversationKey)
                        || earlier.resolutionDue().isAfter(now))
                .map(HandOver::resolutionDue)
                .findFirst()
                .orElseGet(() -> now.plus(levels.resolution()));
    }
}
