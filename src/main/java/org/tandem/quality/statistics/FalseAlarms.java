package org.tandem.quality.statistics;

import java.util.Arrays;

/**
 * How probable a false alarm of an {@link EDetector} is, from above. By Doob's inequality it is at most (audits + head start) / threshold
 * whatever happens. The lowest threshold that keeps the allowance is found by following the evidence as a Markov chain, each of whose
 * steps is rounded towards the alarm, with every answer wrong at the greatest healthy probability: fewer errors mean a later alarm.
 */
final class FalseAlarms {

    private static final double STEP = 0.002;
    /** Doob's threshold is about twice as high as needed. */
    private static final int WORTH_TRYING = 4;

    private static final int BISECTIONS = 6;

    /** Following the chain for longer takes too long for what it gains. */
    private static final int WORTH_FOLLOWING = 10_000;

    private final EDetector.Watch watch;

    private FalseAlarms(EDetector.Watch watch) {
        this.watch = watch;
    }

    static FalseAlarms of(EDetector.Watch watch) {
        return new FalseAlarms(watch);
    }

    double threshold() {
        double kept = (watch.audits() + EDetector.HEAD_START) / watch.allowance();
        double broken = watch.audits() > WORTH_FOLLOWING ? kept : kept / WORTH_TRYING;
        for (int i = 0; i < BISECTIONS && broken < kept; i++) {
            double middle = Math.sqrt(kept * broken);
            if (probability(middle) <= watch.allowance()) {
                kept = middle;
            } else {
                broken = middle;
            }
        }
        return kept;
    }

    /** Upper bound of the probability that the evidence reaches the threshold in as many audits as are watched. */
    double probability(double threshold) {
        double least = Math.log(watch.factor(false));
        int states = (int) Math.ceil((Math.log(threshold) - least) / STEP);
        var afterRight = new int[states];
        var afterWrong = new int[states];
        for (int state = 0; state < states; state++) {
            double next = Math.log1p(Math.exp(least + state * STEP));
            afterRight[state] = state(next + Math.log(watch.factor(false)), least);
            afterWrong[state] = state(next + Math.log(watch.factor(true)), least);
        }
        var now = new double[states];
        now[Math.min(states - 1, state(Math.log(EDetector.HEAD_START), least))] = 1;
        var then = new double[states];
        double alarmed = 0;
        for (int audit = 0; audit < watch.audits(); audit++) {
            Arrays.fill(then, 0);
            for (int state = 0; state < states; state++) {
                if (now[state] > 0) {
                    alarmed += move(now[state] * (1 - watch.healthy()), afterRight[state], then);
                    alarmed += move(now[state] * watch.healthy(), afterWrong[state], then);
                }
            }
            var spare = now;
            now = then;
            then = spare;
        }
        return alarmed;
    }

    private static int state(double evidence, double least) {
        return Math.max(0, (int) Math.ceil((evidence - least) / STEP - 1e-9));
    }

    /** @return the probability with which the alarm is reached */
    private static double move(double probability, int state, double[] then) {
        if (state >= then.length) {
            return probability;
        }
        then[state] += probability;
        return 0;
    }
}
