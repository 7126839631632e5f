package org.tandem.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.desk.levels.Breaches;
import org.tandem.desk.levels.ComplaintReplies;
import org.tandem.desk.levels.Deadlines;
import org.tandem.desk.levels.Promises;
import org.tandem.desk.levels.ServiceLevels;
import org.tandem.inquiry.ComplaintReply;
import org.tandem.inquiry.HandOver;
import org.tandem.inquiry.HandOverReason;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.InquiryId;

/** The desk where people take cases over: promises deadlines to the customer and sees to it when one passes. */
@Service
public class Desk {

    private final Inquiries inquiries;
    private final Deadlines deadlines;
    private final ComplaintReplies complaintReplies;
    private final Breaches breaches;
    private final Clock clock;

    Desk(Inquiries inquiries, Deadlines deadlines, ComplaintReplies complaintReplies, Breaches breaches, Clock clock) {
        this.inquiries = inquiries;
        this.deadlines = deadlines;
        this.complaintReplies = complaintReplies;
        this.breaches = breaches;
        this.clock = clock;
    }

    /** Hands the case to a queue and promises the customer an answer. Repeating it changes nothing. */
    @Transactional
    public Promises handOver(
            InquiryId id, String conversationKey, HandOverReason reason, String queue, ServiceLevels levels) {
        var file = inquiries.get(id);
        var now = now();
        var promises = deadlines.promise(file, conversationKey, levels, now);
        var notice = deadlines.complaint(file, conversationKey, levels).orElse(null);
        inquiries.handOver(
                id,
                new HandOver(
                        conversationKey,
                        reason,
                        queue,
                        promises.firstResponseDue(),
                        promises.resolutionDue(),
                        null,
                        now,
                        null,
                        levels.calendar()),
                notice);
        return promises;
    }

    /**
     * A person noticed, while they had the case, that the customer complains: the clock of the law starts, and the customer is told.
     * Repeating it changes nothing.
     */
    @Transactional
    public void complained(InquiryId id, String conversationKey, ServiceLevels levels) {
        var isSettled = inquiries
                .complaintReply(id)
                .filter(ComplaintReply.FINAL::equals)
                .isPresent();
        var receipt =
                isSettled ? Optional.<String>empty() : deadlines.complaint(inquiries.get(id), conversationKey, levels);
        complaintReplies.apply(id, now());
        inquiries.noteComplaint(id, receipt.orElse(null));
    }

    /** Notes which deadlines of this hand-over have passed. Repeating it changes nothing, also at the same time. */
    public void escalate(InquiryId id, String conversationKey) {
        var now = now();
        for (var handOver : inquiries.get(id).handOvers()) {
            if (!handOver.conversationKey().equals(conversationKey)) {
                continue;
            }
            if (!handOver.firstResponseDue().isAfter(now)) {
                breaches.firstResponse(id.value(), conversationKey, handOver.firstResponseDue());
            }
            if (!handOver.resolutionDue().isAfter(now)) {
                breaches.resolution(id.value(), conversationKey, handOver.resolutionDue());
            }
        }
    }

    /** Tells the customer, once, by when a person answers instead, and sees to that too. */
    @Transactional
    public void promiseAnew(InquiryId id, String sentence, Instant by) {
        var file = inquiries.get(id);
        deadlines.promiseAnew(file, by);
        inquiries.promiseAnew(id, file.conversationKey(), sentence, by);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
