package org.tandem.quality.backtest;

import org.jspecify.annotations.Nullable;
import org.tandem.quality.statistics.WeightedShare;

/**
 * How many of some answers are wrong, from three kinds of knowledge kept apart: what is known of an answer outright, what drawn audits
 * say of those they were drawn from ({@link WeightedShare}), and the stated risk of the rest. The intervals of the parts are put
 * together by the method of variance estimates recovery (Zou and Donner 2008).
 */
final class WrongAnswers {

    private static final double CONFIDENCE = 0.95;

    /** Of a normal distribution, within which so many lie. */
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

    private WeightedShare audited = WeightedShare.NOTHING;
    private int known;
    private int knownWrong;
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
            auditedWrong += wrong ? 1 : 0;
            audited = audited.plus(drawn, wrong);
        } else if (drawn > 0 && drawn < 1) {
            drawable = drawable.plus(risk);
        } else {
            unseen = unseen.plus(risk);
        }
    }

    Estimate estimate() {
        int audits = (int) audited.audits();
        return audits < ENOUGH_AUDITS ? fromRisks(audits) : fromAudits(audits);
    }

    private Estimate fromRisks(int audits) {
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

    private Estimate fromAudits(int audits) {
        int byAudits = audits + drawable.answers();
        double share = audited.estimate();
        var interval = audited.interval(CONFIDENCE);
        double expected = knownWrong + byAudits * share + unseen.expected();
        return new Estimate(
                expected,
                expected
                        - Math.hypot(
                                byAudits * (share - interval.lower()), Math.min(unseen.expected(), unseen.deviation())),
                expected
                        + Math.hypot(
                                byAudits * (interval.upper() - share),
                                Math.min(unseen.answers() - unseen.expected(), unseen.deviation())),
                known,
                audits,
                byAudits,
                unseen.answers());
    }
}
