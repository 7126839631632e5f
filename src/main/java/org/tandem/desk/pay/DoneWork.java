package org.tandem.desk.pay;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.InquiryId;

/** What people did besides answering customers, to be paid by the rate card. Each piece counts once, however often it is told. */
@Service
public class DoneWork {

    private final WorkTable works;
    private final Inquiries inquiries;
    private final Clock clock;

    DoneWork(WorkTable works, Inquiries inquiries, Clock clock) {
        this.works = works;
        this.inquiries = inquiries;
        this.clock = clock;
    }

    /** Somebody judged the answer in this stretch of the conversation. */
    @Transactional
    public void reviewed(InquiryId inquiry, String conversationKey, int round, String reviewer) {
        add(PaidWork.Kind.REVIEW, conversationKey + ":" + round, inquiry, conversationKey, reviewer);
    }

    /** A lead decided what happens after a promise was not kept. */
    @Transactional
    public void escalationDecided(UUID escalation, InquiryId inquiry, String lead) {
        var stretch = inquiries.get(inquiry).conversationKey();
        add(PaidWork.Kind.ESCALATION, escalation.toString(), inquiry, stretch, lead);
    }

    /** Somebody called a customer and reached nobody, or the number was wrong. */
    @Transactional
    public void calledInVain(InquiryId inquiry, String conversationKey, String tryKey, String agent) {
        add(PaidWork.Kind.CALL_BACK, conversationKey + ":" + tryKey, inquiry, conversationKey, agent);
    }

    private void add(PaidWork.Kind kind, String which, InquiryId inquiry, String conversationKey, String who) {
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        works.add(new Work(Work.key(kind, which), kind, inquiry, conversationKey, who, at, false, 0));
    }
}
