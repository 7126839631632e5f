package org.tandem.quality.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.tandem.assistant.classifier.Progress;
import org.tandem.quality.Guardrail;
import org.tandem.quality.calibration.Memory;
import org.tandem.quality.statistics.WrongTotal;

/**
 * Plays the life of the assistant: one inquiry after the other, each decided on what was known before it came. A person sees what is not
 * answered, and what is audited; only then is its label looked at.
 */
final class Life {

    /**
     * @param tolerance greatest accepted share of wrong answers
     * @param confidence with which no more are to be wrong
     * @param shadow so many inquiries are decided silently at first
     * @param audit least share of the answers that is audited
     */
    record Plan(double tolerance, double confidence, int shadow, double audit, long seed) {}

    /** Trains a new model on the examples and on what people have labelled. */
    @FunctionalInterface
    interface School {
        Mind train(List<Incoming> labelled);
    }

    private static final int FIRST_RETRAINING = 500;

    private final Plan plan;
    private final @Nullable School school;
    private final Random random;
    private final WrongTotal total;
    private final Diary diary;
    private final Operation operation;
    private final List<Incoming> labelled = new ArrayList<>();
    private int nextRetraining = FIRST_RETRAINING;

    /** @param school null if nothing is ever retrained */
    Life(Plan plan, Guardrail guardrail, Mind mind, @Nullable School school, int inquiries) {
        this.plan = plan;
        this.school = school;
        this.random = new Random(plan.seed());
        this.total = new WrongTotal(plan.audit(), 1 - plan.confidence());
        this.diary = new Diary(total, inquiries);
        this.operation = new Operation(plan, guardrail, diary, total, mind, new Memory());
    }

    Diary live(List<Incoming> stream, Progress progress) {
        for (var inquiry : stream) {
            progress.report("Living", inquiry.number() + 1, stream.size());
            meet(inquiry);
            operation.look(inquiry.number() + 1);
            if (school != null && labelled.size() >= nextRetraining) {
                nextRetraining = 2 * labelled.size();
                operation.challenge(school.train(List.copyOf(labelled)));
            }
        }
        return diary;
    }

    private void meet(Incoming inquiry) {
        var decision = operation.decide(inquiry);
        double drawn = random.nextDouble();
        boolean audited = decision.answered() && drawn < decision.auditShare();
        boolean right = decision.topic().equals(inquiry.topic());
        diary.note(inquiry, decision.answered(), right);
        if (decision.answered() && !audited) {
            total.notAudited();
            return;
        }
        if (audited) {
            total.audited(decision.auditShare(), !right);
        }
        labelled.add(inquiry);
        operation.learn(inquiry, decision, right, drawn < plan.audit());
    }
}
