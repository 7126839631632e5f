package org.tandem.desk;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the facts about a customer's account say that routing goes by; whatever is not among them is not known.
 *
 * @param tier such as {@code premium}
 * @param market id of a calendar, such as {@code sweden}
 */
public record Standing(@Nullable String tier, @Nullable String market) {

    static Standing of(Map<String, String> facts) {
        return new Standing(facts.get("customer.tier"), facts.get("customer.market"));
    }
}
