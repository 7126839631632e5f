package org.tandem.quality.rehearsal;

/**
 * With which probability an answer is audited: never less than the share that was asked for, and more where it is worth more, at the
 * riskier end of what is answered, in topics that surge, and in topics that people's labels make suspicious. All of it is known before
 * the draw.
 */
final class Audits {

    private static final double OF_SURGING = 0.3;
    private static final int TIMES_IF_RISKY = 4;
    private static final double OF_SUSPICIOUS = 0.5;
    private static final double SUSPICIOUS_ENOUGH = 1 / 3.0;
    private static final double RISKY = 1.0 / 3;

    private final double share;

    Audits(double share) {
        this.share = share;
    }

    /**
     * @param risk part of the greatest risk that is answered, 0 to 1
     * @param suspicion 0 to 1
     */
    double share(double risk, boolean surging, double suspicion) {
        double risky = risk > RISKY ? TIMES_IF_RISKY * share : share;
        double suspicious = OF_SUSPICIOUS * Math.min(1, suspicion / SUSPICIOUS_ENOUGH);
        return Math.min(1, Math.max(Math.max(risky, suspicious), surging ? OF_SURGING : share));
    }
}
