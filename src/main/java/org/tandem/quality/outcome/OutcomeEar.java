package org.tandem.quality.outcome;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tandem.inquiry.HandOverReason;
import org.tandem.inquiry.InquiryEvent;
import org.tandem.inquiry.InquiryId;
import org.tandem.inquiry.Similarity;
import org.tandem.quality.QualityEvent.AnswerAudited;
import org.tandem.quality.QualityEvent.Truth;
import org.tandem.quality.hearing.Ear;

/** Makes evidence of what happens: what customers do concerns the answer that they had before them. */
@Component
class OutcomeEar implements Ear {

    private static final String AI_ANSWER = "AI_ANSWER";
    /** Why we open a case again ourselves. */
    private static final Set<HandOverReason> NOT_THE_CUSTOMER =
            EnumSet.of(HandOverReason.STUCK, HandOverReason.ANSWER_WRONG);

    private static final int GOOD = 4;
    private static final int BAD = 2;

    private final Outcomes outcomes;
    private final OutcomeTables tables;
    private final OutcomeSettings weight;

    OutcomeEar(Outcomes outcomes, OutcomeTables tables, OutcomeSettings weight) {
        this.outcomes = outcomes;
        this.tables = tables;
        this.weight = weight;
    }

    @Override
    public void hear(InquiryEvent event) {
        var id = event.inquiryId();
        switch (event) {
            case InquiryEvent.Decided decided -> expect(decided);
            case InquiryEvent.AiAnswered answered ->
                outcomes.answered(id, answered.conversationKey(), true, null, event.at());
            case InquiryEvent.AnsweredByPerson answered -> hear(answered);
            case InquiryEvent.Resolved resolved ->
                tables.lastOf(id).ifPresent(last -> tables.rests(last.conversationKey(), resolved.conversationKey()));
            case InquiryEvent.VerdictGiven given ->
                about(id, given.conversationKey())
                        .ifPresent(last -> record(
                                event,
                                last,
                                Source.VERDICT,
                                given.solved() ? Truth.RIGHT : Truth.WRONG,
                                weight.verdict()));
            case InquiryEvent.CustomerWrote wrote ->
                about(id, wrote.conversationKey()).ifPresent(last -> reopened(event, last));
            case InquiryEvent.PersonRequested requested ->
                about(id, requested.conversationKey()).ifPresent(last -> reopened(event, last));
            case InquiryEvent.Reopened back -> {
                if (!NOT_THE_CUSTOMER.contains(back.reason())) {
                    tables.lastOf(id).ifPresent(last -> reopened(event, last));
                }
            }
            case InquiryEvent.Rated rated ->
                tables.lastOf(id)
                        .ifPresent(last -> record(event, last, Source.RATING, said(rated.score()), weight.rating()));
            case InquiryEvent.ContactedAgain again -> hear(again);
            default -> {}
        }
    }

    @EventListener
    void hear(AnswerAudited audited) {
        outcomes.record(new Evidence(
                audited.eventId(),
                audited.inquiryId(),
                audited.conversationKey(),
                Source.AUDIT,
                "",
                audited.wrong() ? Truth.WRONG : Truth.RIGHT,
                weight.audit(),
                audited.at()));
    }

    /** Counts against the earlier answer; after more than seven days it is known and says nothing. */
    private void hear(InquiryEvent.ContactedAgain again) {
        var soon = again.after().compareTo(Outcomes.WINDOW) <= 0;
        outcomes.record(new Evidence(
                again.eventId(),
                again.earlier(),
                again.earlierKey(),
                Source.REPEAT_CONTACT,
                again.inquiryId().toString(),
                soon && again.similarity() != Similarity.OTHER_TOPIC ? Truth.WRONG : Truth.UNKNOWN,
                again.similarity() == Similarity.SAME_TOPIC ? weight.sameTopic() : weight.similarTopic(),
                again.at()));
    }

    private void expect(InquiryEvent.Decided decided) {
        if (decided.route().equals(AI_ANSWER)) {
            tables.expect(decided.inquiryId(), decided.conversationKey(), decided.topic());
        }
    }

    /** The draft that the person judges is what the AI had answered, if it had: it drafts only before its first answer. */
    private void hear(InquiryEvent.AnsweredByPerson answered) {
        tables.lastByAi(answered.inquiryId()).ifPresent(byAi -> {
            switch (answered.draftVerdict()) {
                case "WRONG" -> record(answered, byAi, Source.AGENT, Truth.WRONG, weight.agent());
                case "USED" -> record(answered, byAi, Source.AGENT, Truth.RIGHT, weight.agentUsed());
                default -> {}
            }
        });
        var topic = answered.topic();
        outcomes.answered(
                answered.inquiryId(),
                answered.conversationKey(),
                false,
                topic == null || topic.isEmpty() ? null : topic,
                answered.at());
    }

    private Optional<Answered> about(InquiryId inquiry, String conversationKey) {
        return tables.lastOf(inquiry).filter(last -> last.wasLastAt(conversationKey));
    }

    /** Who comes back much later may have met the matter anew: that is noted and decides nothing. */
    private void reopened(InquiryEvent event, Answered last) {
        var soon = !event.at().isAfter(last.at().plus(Outcomes.WINDOW));
        record(event, last, Source.REOPENING, soon ? Truth.WRONG : Truth.UNKNOWN, weight.reopening());
    }

    private void record(InquiryEvent event, Answered answer, Source source, Truth says, double trust) {
        outcomes.record(new Evidence(
                event.eventId(), answer.inquiryId(), answer.conversationKey(), source, "", says, trust, event.at()));
    }

    private static Truth said(int score) {
        return score >= GOOD ? Truth.RIGHT : score <= BAD ? Truth.WRONG : Truth.UNKNOWN;
    }
}
