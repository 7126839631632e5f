package org.tandem.quality.automation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tandem.inquiry.InquiryEvent;
import org.tandem.inquiry.Similarity;
import org.tandem.quality.QualityEvent.AnswerAudited;
import org.tandem.quality.QualityEvent.OutcomeRevised;
import org.tandem.quality.audits.AuditSettings;
import org.tandem.quality.hearing.Ear;

/**
 * Fills the ledger in as things happen. A decision is labelled by the person who answers instead, or by an audit if the AI answered.
 *
 * <p>Chance alone, whatever the inquiry is about, has let it be answered with the probability a; then it is audited with the probability
 * π, which is known before the draw. Where both ways lead to a label they share the weight as 1 - a and a · π₀, π₀ being the least share
 * that is audited: a person's label stands for 1 / (1 - a + a · π₀) decisions, and an audit for π₀ / π as many. Each kind alone would be
 * the estimate of Horvitz and Thompson (1952), and so is their mixture. What is audited only because of a low rating stands for nothing:
 * those among the drawn ones stand for it, and it was chosen because it may be wrong.
 */
@Component
class Labels implements Ear {

    private static final String WRONG = "WRONG";
    private static final String NO_DRAFT = "NO_DRAFT";

    private final Decisions decisions;
    private final Guards guards;
    private final AuditSettings settings;

    Labels(Decisions decisions, Guards guards, AuditSettings settings) {
        this.decisions = decisions;
        this.guards = guards;
        this.settings = settings;
    }

    @Override
    public void hear(InquiryEvent event) {
        switch (event) {
            case InquiryEvent.Decided decided -> decisions.decided(decided);
            case InquiryEvent.AiAnswered answered -> decisions.answered(answered);
            case InquiryEvent.AnsweredByPerson answered ->
                decisions
                        .latestOf(answered.inquiryId())
                        .filter(decision -> !decision.answered())
                        .ifPresent(
                                decision -> said(decision, answered.topic(), answered.draftVerdict(), answered.at()));
            case InquiryEvent.PersonRequested requested ->
                decisions.objected(requested.conversationKey(), requested.at());
            case InquiryEvent.VerdictGiven given -> {
                if (!given.solved()) {
                    decisions.objected(given.conversationKey(), given.at());
                }
            }
            case InquiryEvent.ContactedAgain again ->
                decisions
                        .latestOf(again.earlier())
                        .ifPresent(decision -> decisions.cameBack(
                                decision.tried().conversationKey(),
                                again.similarity() == Similarity.OTHER_TOPIC ? null : again.at()));
            default -> {}
        }
    }

    /** The topic says more than the verdict; a draft that was wrong is wrong even about the right topic. */
    private void said(DecisionRecord decision, @Nullable String topic, String verdict, Instant at) {
        var key = decision.tried().conversationKey();
        decisions.said(key, topic, verdict, at);
        var isSaid = topic != null || !verdict.equals(NO_DRAFT);
        if (decision.tried().figures() != null && decision.label() == null && isSaid) {
            var right = !verdict.equals(WRONG)
                    && (topic == null || topic.equals(decision.tried().topic()));
            label(decision, new Label(right, weight(decision), Label.PERSON), at);
        }
    }

    @EventListener
    void on(AnswerAudited audit) {
        decisions.find(audit.conversationKey()).ifPresent(decision -> {
            double weight = audit.byChance() ? settings.share() / audit.drawn() * weight(decision) : 0;
            label(decision, new Label(!audit.wrong(), weight, Label.AUDIT), audit.at());
        });
    }

    /** The guardrail sees those that chance would have let the AI answer, whatever they are about. */
    private void label(DecisionRecord decision, Label label, Instant at) {
        var tried = decision.tried();
        decisions.label(tried.conversationKey(), label, at);
        var stated = decision.told().stated();
        if (label.weight() > 0
                && stated != null
                && stated.tells()
                && tried.mayBeAnswered()
                && decision.told().answerChance() > 0) {
            guards.observe(new Observation(
                    tried.conversationKey(),
                    Measure.CHANGE,
                    tried.topic(),
                    decision.answered(),
                    stated.risk(),
                    label.right() ? 0 : 1,
                    tried.at(),
                    tried.modelVersion()));
        }
    }

    @EventListener
    void on(OutcomeRevised event) {
        if (event.byAi()) {
            decisions.revised(event);
        }
    }

    private double weight(DecisionRecord decision) {
        double chance = decision.wouldAnswer() ? decision.told().answerChance() : 0;
        return 1 / (1 - chance + chance * settings.share());
    }
}
