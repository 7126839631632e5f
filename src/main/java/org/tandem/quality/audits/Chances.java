package org.tandem.quality.audits;

/**
 * With which probability an answer is audited: never less than the share that was asked for, and more where looking is worth more. Where
 * the risk is greater the judgements vary more, and shares in proportion to their standard deviation tell most (Neyman 1934); for rare
 * errors that is the root of the risk.
 */
public final class Chances {

    /** Up to here the share that was asked for is enough. */
    private static final double QUIET_RISK = 0.01;

    private static final double SUSPICIOUS_ENOUGH = 1 / 3.0;

    /** Only what is certain for all is certain for one: 1 is kept for those that are looked at without a draw. */
    private static final double MOST = 0.99;

    private final AuditSettings settings;

    public Chances(AuditSettings settings) {
        this.settings = settings;
    }

    /**
     * In (0, 1].
     *
     * @param risk probability that the answer is wrong, as stated before it was given
     * @param suspicion about its topic, 0 to 1
     */
    public double of(double risk, double suspicion) {
        double risky = settings.share() * Math.sqrt(Math.max(1, risk / QUIET_RISK));
        double suspicious = settings.suspiciousShare() * Math.min(1, suspicion / SUSPICIOUS_ENOUGH);
        return Math.max(settings.share(), Math.min(MOST, Math.max(risky, suspicious)));
    }
}
