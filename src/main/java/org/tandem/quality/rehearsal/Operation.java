package org.tandem.quality.rehearsal;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tandem.quality.Guardrail;
import org.tandem.quality.audits.AuditSettings;
import org.tandem.quality.audits.Chances;
import org.tandem.quality.calibration.Calibrator;
import org.tandem.quality.calibration.Memory;
import org.tandem.quality.calibration.Steps;
import org.tandem.quality.calibration.Surges;
import org.tandem.quality.calibration.TopicWatch;
import org.tandem.quality.statistics.WeightedShare;
import org.tandem.quality.statistics.WrongTotal;

/**
 * The assistant at work: the model that decides, its gate, and all that shuts and opens it. It knows of labels only what it is told by
 * {@link #learn}.
 */
final class Operation {

    private static final double OF_SUSPICIOUS = 0.5;

    /** With fewer the application promises nothing new, and what it promises stands. */
    private static final int LEAST_CASES = 300;

    private final Life.Plan plan;
    private final Steps steps;
    private final Guardrail guardrail;
    private final Diary diary;
    private final WrongTotal total;
    private final Memory memory;
    private final Chances chances;
    private final Map<String, TopicWatch> watches = new HashMap<>();
    private final Surges surges = new Surges();
    private final ShutTopics shutTopics = new ShutTopics();
    private Contender champion;
    private @Nullable Contender challenger;
    private int trustedFrom;
    private int now;
    private int casesAtLook;
    private WeightedShare audited = WeightedShare.NOTHING;

    Operation(Life.Plan plan, Guardrail guardrail, Diary diary, WrongTotal total, Mind mind, Memory memory) {
        this.plan = plan;
        this.steps = new Steps(plan.tolerance(), plan.confidence());
        this.guardrail = guardrail;
        this.diary = diary;
        this.total = total;
        this.memory = memory;
        this.chances = new Chances(new AuditSettings(plan.audit(), OF_SUSPICIOUS, 0, 0, 0));
        this.champion = new Contender(mind, memory, 0);
    }

    Decision decide(Incoming inquiry) {
        var judgement = champion.judge(inquiry);
        var topic = judgement.topic();
        var gate = champion.gate();
        if (gate.isEmpty() || topic.isEmpty()) {
            return new Decision(judgement, Double.POSITIVE_INFINITY, 1, false, 1);
        }
        double stated = gate.get().risk(judgement.figures());
        double risk = stated / gate.get().threshold();
        boolean answered = risk <= 1 && !shutTopics.contains(topic);
        if (!answered) {
            return new Decision(judgement, risk, stated, false, 1);
        }
        surges.meet(topic);
        return new Decision(judgement, risk, stated, true, chances.of(stated, suspicion(topic)));
    }

    private double suspicion(String topic) {
        return Math.max(watch(topic).suspicion(), Math.max(guardrail.suspicion(topic), surges.suspicion(topic)));
    }

    private TopicWatch watch(String topic) {
        return watches.computeIfAbsent(topic, its -> new TopicWatch());
    }

    /** @param equalChance whether it belongs to those that were drawn with equal chances, whatever their risk */
    void learn(Incoming inquiry, Decision decision, boolean right, boolean equalChance) {
        double weight = 1 / decision.auditShare();
        champion.see(inquiry, decision.judgement(), weight);
        if (challenger != null) {
            challenger.see(inquiry, challenger.judge(inquiry), weight); // before the label is remembered
        }
        memory.keep(inquiry.meaning(), inquiry.topic());
        if (decision.answered()) {
            audited = audited.plus(decision.auditShare(), !right);
        }
        watch(decision, right);
        if (decision.answered() && equalChance) {
            guard(inquiry, decision.topic(), !right);
        }
    }

    private void watch(Decision decision, boolean right) {
        var topic = decision.topic();
        if (shutTopics.contains(topic)) {
            if (decision.couldBeAnswered() && shutTopics.reopens(topic, right)) {
                watches.remove(topic);
                guardrail.reopen(topic);
                diary.note(Diary.Change.TOPIC_REOPENED, topic);
            }
        } else if (TopicWatch.looksAt(decision.risk()) && watch(topic).hasChanged(decision.statedRisk(), !right)) {
            shut(topic);
        }
    }

    private void guard(Incoming inquiry, String topic, boolean wrong) {
        if (guardrail.shuts(topic, wrong) && !shutTopics.contains(topic)) {
            shut(topic);
        }
        if (guardrail.shutsAll(wrong) && champion.gate().isPresent()) {
            champion.shut();
            trustedFrom = inquiry.number() + 1;
            casesAtLook = 0;
            guardrail.reopenAll();
            diary.note(Diary.Change.SHUT, "");
        }
    }

    private void shut(String topic) {
        shutTopics.shut(topic);
        diary.note(Diary.Change.TOPIC_SHUT, topic);
    }

    /** A retrained model first decides silently. */
    void challenge(Mind mind) {
        challenger = new Contender(mind, memory, now);
        diary.note(Diary.Change.RETRAINED, "");
    }

    /** Calibrates from time to time on what people have labelled meanwhile; the first time at the end of the shadow. */
    void look(int inquiries) {
        now = inquiries;
        int cases = champion.cases(trustedFrom, shutTopics::contains);
        if (now < plan.shadow()
                || cases < Math.min(plan.shadow(), LEAST_CASES)
                || !Steps.isEnoughNew(cases, casesAtLook)) {
            return;
        }
        casesAtLook = cases;
        boolean wasOpen = champion.gate().isPresent();
        var outcome = outcome();
        var calibrator = new Calibrator(steps.strictness(outcome) * plan.tolerance());
        double allowance = steps.allowance(wasOpen, outcome);
        champion.calibrate(calibrator, trustedFrom, shutTopics::contains, allowance);
        if (challenger != null) {
            challenger.calibrate(calibrator, trustedFrom, shutTopics::contains, allowance);
            promoteIfBetter(challenger);
        }
        boolean isOpen = champion.gate().isPresent();
        if (isOpen != wasOpen) {
            diary.note(isOpen ? Diary.Change.OPENED : Diary.Change.SHUT, "");
        }
    }

    private Steps.Outcome outcome() {
        return new Steps.Outcome(total.answers(), audited.audits() == 0 ? 0 : total.answers() * audited.estimate());
    }

    private void promoteIfBetter(Contender other) {
        if (other.coverage(other.since()) > champion.coverage(other.since())) {
            champion = other;
            challenger = null;
            watches.clear();
            diary.note(Diary.Change.NEW_MODEL, "");
        }
    }
}
