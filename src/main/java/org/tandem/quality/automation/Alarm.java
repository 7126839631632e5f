package org.tandem.quality.automation;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tandem.quality.Guardrail;
import org.tandem.quality.calibration.TopicWatch;
import org.tandem.quality.statistics.EDetector;
import org.tandem.quality.statistics.GapWatch;

/** Watches what is observed, one after the other. */
interface Alarm {

    /** For so many answers the false alarms of what is seen after each answer are counted. */
    int ANSWERS = 50_000;

    boolean isRaisedBy(Observation seen);

    /** How near it is, 0 to 1. */
    default double suspicion() {
        return 0;
    }

    /** Raised when the share of what is bad among the AI's answers has jumped. */
    static Alarm onShare(EDetector detector) {
        return new Alarm() {
            @Override
            public boolean isRaisedBy(Observation seen) {
                return seen.byAi() && detector.observe(seen.amount() > 0);
            }

            @Override
            public double suspicion() {
                return detector.suspicion();
            }
        };
    }

    /** Raised when a topic has become wrong more often than is stated. What was stated by another model does not count. */
    static Alarm onChange() {
        return new Alarm() {
            private TopicWatch watch = new TopicWatch();
            private @Nullable String model;

            @Override
            public boolean isRaisedBy(Observation seen) {
                if (!Objects.equals(model, seen.model())) {
                    model = seen.model();
                    watch = new TopicWatch();
                }
                return watch.hasChanged(seen.tolerance(), seen.amount() > 0);
            }

            @Override
            public double suspicion() {
                return watch.suspicion();
            }
        };
    }

    /** Raised when the AI's answers fare worse than people's by more than is tolerated, 0 to 1. */
    static Alarm onGap(double tolerated) {
        var watch = new GapWatch(tolerated, Guardrail.ALLOWANCE);
        return seen -> watch.observe(seen.byAi(), seen.amount());
    }
}
