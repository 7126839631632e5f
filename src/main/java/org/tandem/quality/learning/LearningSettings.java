package org.tandem.quality.learning;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Tandem learns from the cases it handles.
 *
 * @param retrain when a model is learned without being asked for, as a cron expression in UTC such as {@code 0 0 3 * * *} for every night
 *     at three; {@code -} for never
 * @param promote whether a model that proved itself is used without a person's click
 * @param fewestCases with fewer labelled cases a model is never promoted without a person, at least 1
 * @param fewestLiveCases with fewer labelled live inquiries on which it decided silently a model is never promoted without a person, at
 *     least 0
 * @param confidence of intervals, and with which a challenger has to be worse to be turned down, in (0, 1)
 * @param heldOut the share of labelled cases that is never learned but judged by, in (0, 1)
 * @param recent how old cases may be that models are judged by, and that gaps of the knowledge are found in
 * @param articlesAtOnce so many articles are proposed to editors at a time without being asked for, 0 for none
 * @param mostExamples so many of the newest are learned from, at least 1; time grows faster than their number
 */
@ConfigurationProperties("tandem.quality.learning")
record LearningSettings(
        @DefaultValue(NEVER) String retrain,
        @DefaultValue("BY_A_PERSON") Promote promote,
        @DefaultValue("200") int fewestCases,
        @DefaultValue("100") int fewestLiveCases,
        @DefaultValue("0.95") double confidence,
        @DefaultValue("0.2") double heldOut,
        @DefaultValue("P90D") Duration recent,
        @DefaultValue("3") int articlesAtOnce,
        @DefaultValue("5000") int mostExamples) {

    static final String NEVER = "-";

    /** Who puts a model in use. */
    enum Promote {
        BY_A_PERSON,
        IF_NOT_WORSE
    }

    LearningSettings {
        check("fewest-cases", fewestCases, fewestCases >= 1, "at least 1");
        check("fewest-live-cases", fewestLiveCases, fewestLiveCases >= 0, "at least 0");
        check("confidence", confidence, confidence > 0 && confidence < 1, "between 0 and 1, such as 0.95");
        check("held-out", heldOut, heldOut > 0 && heldOut < 1, "between 0 and 1, such as 0.2");
        check("recent", recent, recent.isPositive(), "longer than nothing, such as P90D");
        check("articles-at-once", articlesAtOnce, articlesAtOnce >= 0, "0 or more");
        check("most-examples", mostExamples, mostExamples >= 1, "at least 1");
    }

    public boolean isScheduled() {
        return !retrain.equals(NEVER);
    }

    private static void check(String name, Object value, boolean isRight, String right) {
        if (!isRight) {
            throw new IllegalArgumentException(
                    "tandem.quality.learning.%s is %s, but it has to be %s".formatted(name, value, right));
        }
    }
}
