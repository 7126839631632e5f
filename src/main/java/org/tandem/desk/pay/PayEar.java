package org.tandem.desk.pay;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tandem.inquiry.HandOverReason;
import org.tandem.inquiry.InquiryEvent;
import org.tandem.inquiry.Similarity;

/**
 * Notes what is to be paid and what customers say to it, in the transaction in which it happens: one row, and nothing else that could
 * fail.
 */
@Component
class PayEar {

    /** Why we open a case again ourselves. */
    private static final Set<HandOverReason> NOT_THE_CUSTOMER =
            EnumSet.of(HandOverReason.STUCK, HandOverReason.ANSWER_WRONG);

    private final WorkTable works;
    private final SignTable signs;

    PayEar(WorkTable works, SignTable signs) {
        this.works = works;
        this.signs = signs;
    }

    @EventListener
    void hear(InquiryEvent event) {
        switch (event) {
            case InquiryEvent.AnsweredByPerson answered -> {
                note(event, Sign.Kind.ANSWERED);
                works.add(new Work(
                        Work.key(PaidWork.Kind.ANSWER, answered.conversationKey()),
                        PaidWork.Kind.ANSWER,
                        answered.inquiryId(),
                        answered.conversationKey(),
                        null,
                        answered.at(),
                        false,
                        0));
            }
            case InquiryEvent.HandedBack back -> handedBack(back);
            case InquiryEvent.AgentKnown known -> works.lookAgain(known.conversationKey(), known.at());
            case InquiryEvent.AiAnswered answered -> note(answered, Sign.Kind.ANSWERED);
            case InquiryEvent.VerdictGiven given ->
                note(given, given.solved() ? Sign.Kind.SOLVED : Sign.Kind.NOT_SOLVED);
            case InquiryEvent.CustomerWrote wrote -> note(wrote, Sign.Kind.CAME_BACK);
            case InquiryEvent.PersonRequested requested -> note(requested, Sign.Kind.CAME_BACK);
            case InquiryEvent.Reopened back -> {
                if (!NOT_THE_CUSTOMER.contains(back.reason())) {
                    note(back, Sign.Kind.CAME_BACK);
                }
            }
            case InquiryEvent.Rated rated ->
                signs.add(
                        new Sign(rated.eventId(), rated.inquiryId(), null, Sign.Kind.RATED, rated.score(), rated.at()));
            case InquiryEvent.ContactedAgain again -> hear(again);
            default -> {}
        }
    }

    /** The engine does not always tell who it was, and nobody else can. */
    private void handedBack(InquiryEvent.HandedBack back) {
        if (back.agent() != null) {
            works.add(new Work(
                    Work.key(PaidWork.Kind.HAND_BACK, back.conversationKey()),
                    PaidWork.Kind.HAND_BACK,
                    back.inquiryId(),
                    back.conversationKey(),
                    back.agent(),
                    back.at(),
                    false,
                    0));
        }
    }

    private void hear(InquiryEvent.ContactedAgain again) {
        if (!again.earlierByAi()) {
            var kind = again.similarity() == Similarity.OTHER_TOPIC ? Sign.Kind.OTHER_TOPIC : Sign.Kind.CONTACTED_AGAIN;
            signs.add(new Sign(again.eventId(), again.inquiryId(), again.earlierKey(), kind, 0, again.at()));
        }
    }

    private void note(InquiryEvent event, Sign.Kind kind) {
        signs.add(new Sign(event.eventId(), event.inquiryId(), null, kind, 0, event.at()));
    }
}
