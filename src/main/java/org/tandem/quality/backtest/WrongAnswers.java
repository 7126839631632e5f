package org.tandem.quality.backtest;

import org.jspecify.annotations.Nullable;
import org.tandem.quality.calibration.WeightedBound;

/**
 * How many of some answers are wrong, from three kinds of knowledge kept apart: what is known of an answer outright, what drawn audits
 * say of those they were drawn from (each stands for as many as its probability says, Horvitz and Thompson 1952, as a share, Hájek
 * 1971), and the stated risk of the rest. The intervals of the parts are put together by the method of variance estimates recovery (Zou
 * and Donner 2008).
 */
final class WrongAnswers {

    /** Of a two-sided interval of 95 %, on each side. */
    private static final double ALLOWANCE = 0.025;

    private static final double DEVIATIONS = 1.96;

    /** Fewer audits say less than the stated risk does. */
    private static final int ENOUGH_AUDITS = 30;

    /** @param variance of the number of wrong ones if the risks are true */
    private record Stated(int answers, double expected, double variance) {

        static final Stated NONE = new Stated(0, 0, 0);

        Stated plus(double risk) {
            return new Stated(answers + 1, expected + risk, variance + risk * (1 - risk));
        }

        Stated plus(Stated other) {
            return new Stated(answers + other.answers, expected + other.expected, variance + other.variance);
        }

        double deviation() {
            return DEVIATIONS * Math.sqrt(variance);
        }
    }

    /**
     * @param expected number of wrong answers
     * @param low lower end of the interval that holds the true number in 95 of 100 cases
     * @param known of how many answers it is known outright
     * @param audits how many drawn audits speak for others
     * @param byAudits for how many answers they speak, themselves included
     * @param byRisk of how many answers nothing but the stated risk is known; if that is not true, neither is the interval
     */
    public record Estimate(double expected, double low, double high, int known, int audits, int byAudits, int byRisk) {}

    private final WeightedBound audited = new WeightedBound();
    private int known;
    private int knownWrong;
    private int audits;
    private int auditedWrong;
    private Stated drawable = Stated.NONE;
    private Stated unseen = Stated.NONE;

    /**
     * @param wrong null if nobody can tell
     * @param drawn see {@link Known}
     */
    void add(@Nullable Boolean wrong, double drawn, double risk) {
        if (wrong != null && drawn >= 1) {
            known++;
            knownWrong += wrong ? 1 : 0;
        } else if (wrong != null && drawn > 0) {
            audits++;
            auditedWrong += wrong ? 1 : 0;
            audited.add(1 / drawn, wrong);
        } else if (drawn > 0 && drawn < 1) {
            drawable = drawable.plus(risk);
        } else {
            unseen = unseen.plus(risk);
        }
    }

    Estimate estimate() {
        return audits < ENOUGH_AUDITS ? fromRisks() : fromAudits();
    }

    private Estimate fromRisks() {
        var all = unseen.plus(drawable);
        double certain = knownWrong + auditedWrong;
        return new Estimate(
                certain + all.expected(),
                certain + Math.max(0, all.expected() - all.deviation()),
                certain + Math.min(all.answers(), all.expected() + all.deviation()),
                known + audits,
                0,
                0,
                all.answers());
    }

    private Estimate fromAudits() {
        int byAudits = audits + drawable.answers();
        double fromAudits = byAudits * audited.share();
        double below = fromAudits - byAudits * audited.lower(ALLOWANCE);
        double above = byAudits * audited.upper(ALLOWANCE) - fromAudits;
        double expected = knownWrong + fromAudits + unseen.expected();
        double belowByRisk = Math.min(unseen.expected(), unseen.deviation());
        double aboveByRisk = Math.min(unseen.answers() - unseen.expected(), unseen.deviation());
        return new Estimate(
                expected,
                expected - Math.hypot(below, belowByRisk),
                expected + Math.hypot(above, aboveByRisk),
                known,
                audits,
                byAudits,
                unseen.answers());
    }
}
