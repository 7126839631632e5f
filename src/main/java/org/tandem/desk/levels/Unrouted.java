package org.tandem.desk.levels;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.InquiryId;
import org.tandem.inquiry.UnknownInquiry;

/** Cases whose customers wait for us, but which have not reached a queue in time: no task shows them. */
@Service
public class Unrouted {

    private static final int AT_ONCE = 200;

    private final Escalations escalations;
    private final Inquiries inquiries;

    Unrouted(Escalations escalations, Inquiries inquiries) {
        this.escalations = escalations;
        this.inquiries = inquiries;
    }

    /** @param since when it should have been answered by the AI, or with people */
    public record Case(String number, Instant since) {}

    /** The latest ones. */
    public List<Case> cases() {
        return escalations
                .findByOverAtIsNullAndDeadlineOrderByEscalatedAtDesc(
                        Deadline.Kind.HAND_OVER.inWords(), Limit.of(AT_ONCE))
                .stream()
                .flatMap(escalation -> number(escalation).map(number -> new Case(number, escalation.since())).stream())
                .toList();
    }

    private Optional<String> number(Escalation escalation) {
        try {
            return Optional.of(
                    inquiries.get(new InquiryId(escalation.inquiryId())).number());
        } catch (UnknownInquiry erased) {
            return Optional.empty();
        }
    }
}
