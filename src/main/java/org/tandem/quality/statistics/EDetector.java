package org.tandem.quality.statistics;

/**
 * Notices that the share of wrong answers has jumped: the Shiryaev–Roberts e-detector (Shin, Ramdas, Rinaldo 2022, arXiv 2203.03532) on
 * answers that were drawn for an audit with equal chances. Its evidence is the sum, over all moments at which the jump could have been, of
 * the likelihood ratio since then, and begins with a head start (Moustakides, Polunchenko, Tartakovsky 2011), so that what is bad from
 * the first day is noticed as soon as what becomes bad later.
 */
public final class EDetector {

    /**
     * What is watched for.
     *
     * @param healthy share of wrong answers, in (0, aimed), up to which an alarm is a false one, whatever the answers depend on
     * @param aimed share of wrong answers, in (healthy, 1), that is noticed soonest
     * @param audits for how many audits together the allowance is meant
     * @param allowance probability, in (0, 1), of one or more false alarms in so many audits
     */
    public record Watch(double healthy, double aimed, int audits, double allowance) {

        public Watch {
            if (!(healthy > 0 && healthy < aimed && aimed < 1 && audits > 0 && allowance > 0 && allowance < 1)) {
                throw new IllegalArgumentException("Nothing can be watched for with %s, %s, %d audits and %s"
                        .formatted(healthy, aimed, audits, allowance));
            }
        }

        /** By how much an answer speaks for the jump. */
        public double factor(boolean wrong) {
            return wrong ? aimed / healthy : (1 - aimed) / (1 - healthy);
        }
    }

    /** As if so many audits had been made before the first. */
    static final double HEAD_START = 200;

    private final Watch watch;
    private final double threshold;
    private double evidence = HEAD_START;

    public EDetector(Watch watch) {
        this(watch, FalseAlarms.of(watch).threshold());
    }

    private EDetector(Watch watch, double threshold) {
        this.watch = watch;
        this.threshold = threshold;
    }

    /** One that has seen nothing yet. */
    public EDetector fresh() {
        return new EDetector(watch, threshold);
    }

    /** Hears of the next audited answer, and says whether the alarm is on. */
    public boolean observe(boolean wrong) {
        evidence = (1 + evidence) * watch.factor(wrong);
        return evidence >= threshold;
    }

    /** How near the alarm is, on a logarithmic scale: 0 with no more evidence than at the beginning, 1 at the alarm. */
    public double suspicion() {
        return Math.clamp(Math.log(evidence / HEAD_START) / Math.log(threshold / HEAD_START), 0, 1);
    }
}
