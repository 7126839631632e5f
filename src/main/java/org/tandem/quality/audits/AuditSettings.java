package org.tandem.quality.audits;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much is looked at.
 *
 * @param share of the AI's answers that is audited whatever they are about, in (0, 1]
 * @param suspiciousShare of the answers about a topic that is about to be shut
 * @param twice share of what is audited that a second reviewer looks at as well
 * @param holdOut share of the inquiries that the AI could answer that go to people nevertheless
 * @param people share of the answers of people that is audited, in [0, 1]; those to inquiries that were held out are all audited. With 0
 *     no answer of a person is ever reviewed
 */
@ConfigurationProperties("tandem.quality.audits")
public record AuditSettings(
        @DefaultValue("0.05") double share,
        @DefaultValue("0.5") double suspiciousShare,
        @DefaultValue("0.1") double twice,
        @DefaultValue("0.01") double holdOut,
        @DefaultValue("0.02") double people) {

    public AuditSettings {
        check(
                "share",
                share,
                share > 0 && share <= 1,
                "above 0 and at most 1, such as 0.05: what is never drawn says nothing");
        check("suspicious-share", suspiciousShare, isShare(suspiciousShare), "from 0 to 1, such as 0.5");
        check("twice", twice, isShare(twice), "from 0 to 1, such as 0.1");
        check("hold-out", holdOut, isShare(holdOut), "from 0 to 1, such as 0.01");
        check("people", people, isShare(people), "from 0 to 1, such as 0.02");
    }

    private static boolean isShare(double value) {
        return value >= 0 && value <= 1;
    }

    private static void check(String name, double value, boolean fits, String right) {
        if (!fits) {
            throw new IllegalArgumentException(
                    "tandem.quality.audits.%s is %s, and has to be %s".formatted(name, value, right));
        }
    }
}
