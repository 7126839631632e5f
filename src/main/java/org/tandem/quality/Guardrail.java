package org.tandem.quality;

import java.util.HashMap;
import java.util.Map;
import org.tandem.quality.statistics.EDetector;

/**
 * Shuts the automation of a topic, or of all, when audited answers show that too many are wrong. Each is watched by an {@link EDetector}
 * of its own. Audits have to be drawn with equal chances.
 *
 * <p>What is stated, for each topic and for all together: as long as its answers are wrong with a probability of at most half the
 * tolerance, it is shut within 2,500 audits (50,000 answers of which a twentieth is audited) with a probability of at most 0.05.
 */
public final class Guardrail {

    /** For so many audits the false alarms are counted. */
    public static final int AUDITS = 2_500;

    /** Probability of a false alarm in so many audits. */
    public static final double ALLOWANCE = 0.05;

    /** The share that is noticed soonest, in tolerances. */
    private static final double AIMED = 2.5;

    private final EDetector pattern;
    private final Map<String, EDetector> topics = new HashMap<>();
    private EDetector all;

    /** @param tolerance greatest accepted share of wrong answers, in (0, 1) */
    public Guardrail(double tolerance) {
        this(new EDetector(watch(tolerance, AUDITS)));
    }

    /** What a guardrail watches for that may raise false alarms with the allowance in so many observations. */
    public static EDetector.Watch watch(double tolerance, int observations) {
        return new EDetector.Watch(
                tolerance / 2, Math.min(AIMED * tolerance, (1 + tolerance) / 2), observations, ALLOWANCE);
    }

    private Guardrail(EDetector pattern) {
        this.pattern = pattern;
        this.all = pattern.fresh();
    }

    /** A new one that watches for the same and has seen nothing yet. */
    public Guardrail fresh() {
        return new Guardrail(pattern);
    }

    /** An answer about a topic was audited; says whether the topic is to be shut. */
    public boolean shuts(String topic, boolean wrong) {
        return topics.computeIfAbsent(topic, id -> pattern.fresh()).observe(wrong);
    }

    /** An answer, whatever its topic, was audited; says whether all is to be shut. */
    public boolean shutsAll(boolean wrong) {
        return all.observe(wrong);
    }

    /** A person has reopened the topic: it is watched as if it were new. */
    public void reopen(String topic) {
        topics.remove(topic);
    }

    /** A person has reopened everything. */
    public void reopenAll() {
        all = pattern.fresh();
    }

    /** How near a topic is to being shut, 0 to 1: a reason to audit more of it. */
    public double suspicion(String topic) {
        return topics.getOrDefault(topic, pattern).suspicion();
    }
}
