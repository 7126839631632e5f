package org.tandem.quality.automation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param start {@code open}: the AI answers from the first day what its examples can promise; {@code shadow}: it decides silently until
 *     a lead opens it, and so does what is new later: knowledge, topics, models
 * @param leastCases so many labelled cases of a class of topics have to be there before a promise rests on them, at least 100
 * @param confidence with which promises on handled cases hold, in (0, 1)
 * @param loosenByPerson whether a calibration that lets the AI answer more waits for a person's click
 * @param recalibrate how often is calibrated
 * @param objections tolerated share, in (0, 1), of automatic answers after which the customer asks for a person or says that it is not
 *     solved
 * @param objectionWindow within which a customer objects
 * @param ratingGap by how much less, in points of five, customers may rate the AI's answers than people's to the same kind of inquiries
 * @param repeatGap by how much more often, as a share, they may come back
 * @param repeatWindow within which coming back counts
 */
@ConfigurationProperties("tandem.quality.automation")
record AutomationSettings(
        @DefaultValue("open") Start start,
        @DefaultValue("300") int leastCases,
        @DefaultValue("0.95") double confidence,
        @DefaultValue("true") boolean loosenByPerson,
        @DefaultValue("1h") Duration recalibrate,
        @DefaultValue("0.3") double objections,
        @DefaultValue("1h") Duration objectionWindow,
        @DefaultValue("0.25") double ratingGap,
        @DefaultValue("0.05") double repeatGap,
        @DefaultValue("7d") Duration repeatWindow) {

    enum Start {
        OPEN,
        SHADOW
    }

    AutomationSettings {
        require(leastCases >= 100, "least-cases", leastCases, "at least 100");
        require(confidence > 0 && confidence < 1, "confidence", confidence, "between 0 and 1, such as 0.95");
        require(objections > 0 && objections < 1, "objections", objections, "between 0 and 1, such as 0.3");
        require(ratingGap > 0 && ratingGap < 4, "rating-gap", ratingGap, "between 0 and 4, such as 0.25");
        require(repeatGap > 0 && repeatGap < 1, "repeat-gap", repeatGap, "between 0 and 1, such as 0.05");
        require(!recalibrate.isNegative() && !recalibrate.isZero(), "recalibrate", recalibrate, "longer, such as 1h");
        require(objectionWindow.isPositive(), "objection-window", objectionWindow, "longer, such as 1h");
        require(repeatWindow.isPositive(), "repeat-window", repeatWindow, "longer, such as 7d");
    }

    private static void require(boolean kept, String name, Object value, String right) {
        if (!kept) {
            throw new IllegalArgumentException(
                    "tandem.quality.automation.%s is %s, but it has to be %s".formatted(name, value, right));
        }
    }
}
