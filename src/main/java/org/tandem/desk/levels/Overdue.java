package org.tandem.desk.levels;

import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Limit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tandem.inquiry.CaseFile;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.InquiryId;
import org.tandem.inquiry.UnknownInquiry;

/** Looks by itself which promises were not kept, so that none is silently late when the engine is away or a task was never made. */
@Component
class Overdue {

    static final String SHORT_FORM_OVER = "the time for a short confirmation is over";

    private static final Logger log = LoggerFactory.getLogger(Overdue.class);
    private static final int AT_ONCE = 200;

    private final DeadlineRepository deadlines;
    private final Escalations escalations;
    private final Breaches breaches;
    private final Inquiries inquiries;
    private final Clock clock;

    Overdue(
            DeadlineRepository deadlines,
            Escalations escalations,
            Breaches breaches,
            Inquiries inquiries,
            Clock clock) {
        this.deadlines = deadlines;
        this.escalations = escalations;
        this.breaches = breaches;
        this.inquiries = inquiries;
        this.clock = clock;
    }

    /** Repeating it changes nothing. What fails is looked at again with the next look. */
    @Scheduled(fixedDelayString = "${tandem.desk.overdue-interval:PT1M}")
    void look() {
        var now = clock.instant();
        for (var deadline : deadlines.findPassed(now, Limit.of(AT_ONCE))) {
            try {
                look(deadline, now);
            } catch (RuntimeException e) {
                log.warn("A deadline of inquiry {} could not be looked at: {}", deadline.inquiryId(), e.toString());
            }
        }
        for (var escalation : escalations.findByOverAtIsNullOrderByEscalatedAtDesc(Limit.of(AT_ONCE))) {
            if (!isOpen(escalation)) {
                escalation.end(now);
                escalations.save(escalation);
            }
        }
    }

    private void look(Deadline deadline, Instant now) {
        if (!isOwed(deadline)) {
            deadline.stop(now, "nothing was owed any more");
        } else if (deadline.is(Deadline.Kind.COMPLAINT_SUMMARY)) {
            deadline.stop(now, SHORT_FORM_OVER); // no promise: what the law wants is the final response
        } else {
            breaches.note(deadline.inquiryId(), deadline.conversationKey(), deadline.name(), deadline.dueAt());
            deadline.stop(now, "passed");
        }
        deadlines.save(deadline);
    }

    private boolean isOwed(Deadline deadline) {
        try {
            var file = inquiries.get(new InquiryId(deadline.inquiryId()));
            return isOwed(file, deadline.is(Deadline.Kind.FOLLOW_UP), deadline.isOfComplaint())
                    && (!deadline.is(Deadline.Kind.HAND_OVER) || !isWithPeople(file))
                    && (!deadline.isOfOneRound() || file.conversationKey().equals(deadline.conversationKey()));
        } catch (UnknownInquiry erased) {
            return false;
        }
    }

    private boolean isOpen(Escalation escalation) {
        try {
            var file = inquiries.get(new InquiryId(escalation.inquiryId()));
            return isOwed(file, escalation.isAbout(Deadline.Kind.FOLLOW_UP), escalation.isAboutComplaint());
        } catch (UnknownInquiry erased) {
            return false;
        }
    }

    private static boolean isWithPeople(CaseFile file) {
        return file.handOvers().stream()
                .anyMatch(handOver -> handOver.conversationKey().equals(file.conversationKey()));
    }

    /**
     * @param toFollowUp whether a person has promised more than the answer that was given
     * @param complaint whether a law wants more than an answer
     */
    private static boolean isOwed(CaseFile file, boolean toFollowUp, boolean complaint) {
        return switch (file.state()) {
            case WITH_PERSON, RECEIVED -> true;
            case ANSWERED_BY_PERSON -> toFollowUp || complaint;
            case AI_ANSWERED, RESOLVED -> complaint;
            case WITHDRAWN -> false;
        };
    }
}
