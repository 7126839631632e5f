package org.tandem.quality.automation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param leastAudited share, in (0, 1], of the automatic answers that is audited at least: what audits weigh goes by it
 */
@ConfigurationProperties("tandem.quality.automation")
record AutomationSettings(@DefaultValue("0.05") double leastAudited) {

    AutomationSettings {
        if (!(leastAudited > 0 && leastAudited <= 1)) {
            throw new IllegalArgumentException(
                    "tandem.quality.automation.least-audited is %s, but it has to be more than 0 and at most 1, such as 0.05"
                            .formatted(leastAudited));
        }
    }
}
