package org.tandem.desk.pay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tandem.inquiry.InquiryId;

/**
 * Something that was done and is to be paid.
 *
 * @param key its kind and what it was about: a stretch of the conversation, of which one answer is paid, a round of reviewing one, or an
 *     escalation
 * @param agent who did it, null as long as it is not known
 * @param earned whether it is paid, but for its bonus
 * @param tries how often it could not be paid yet
 */
record Work(
        String key,
        PaidWork.Kind kind,
        InquiryId inquiry,
        String conversationKey,
        @Nullable String agent,
        Instant doneAt,
        boolean earned,
        int tries) {

    static String key(PaidWork.Kind kind, String which) {
        return kind.key() + ":" + which;
    }

    /** Whether it was said to a customer, in writing or on the phone: only that can stand. */
    boolean isAnswer() {
        return kind == PaidWork.Kind.ANSWER;
    }

    /** A call that reached nobody, or a wrong number. */
    boolean isTry() {
        return kind == PaidWork.Kind.CALL_BACK;
    }
}
