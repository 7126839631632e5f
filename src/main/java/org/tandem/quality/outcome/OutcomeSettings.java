package org.tandem.quality.outcome;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much evidence is trusted, each in (0, 1]: the greatest decides. Of evidence that contradicts itself with the same weight nothing
 * follows.
 *
 * @param audit a reviewer's judgement
 * @param agent an agent calls what the AI wrote wrong
 * @param agentUsed an agent sends once more what the AI wrote
 * @param reopening the customer came back to the case
 * @param sameTopic the customer opened another case on the same topic within 7 days
 * @param similarTopic the same with a similar topic
 * @param verdict the customer said whether it was solved
 * @param rating a rating of 4 or 5 speaks for an answer, one of 1 or 2 against it
 * @param silence the customer was not heard of for 7 days
 */
@ConfigurationProperties("tandem.quality.outcome.weight")
record OutcomeSettings(
        @DefaultValue("1") double audit,
        @DefaultValue("0.9") double agent,
        @DefaultValue("0.5") double agentUsed,
        @DefaultValue("0.8") double reopening,
        @DefaultValue("0.75") double sameTopic,
        @DefaultValue("0.6") double similarTopic,
        @DefaultValue("0.7") double verdict,
        @DefaultValue("0.4") double rating,
        @DefaultValue("0.2") double silence) {

    OutcomeSettings {
        check("audit", audit);
        check("agent", agent);
        check("agent-used", agentUsed);
        check("reopening", reopening);
        check("same-topic", sameTopic);
        check("similar-topic", similarTopic);
        check("verdict", verdict);
        check("rating", rating);
        check("silence", silence);
    }

    private static void check(String name, double value) {
        if (!(value > 0 && value <= 1)) {
            throw new IllegalArgumentException(
                    "tandem.quality.outcome.weight.%s is %s, and has to be above 0 and at most 1, such as 0.5"
                            .formatted(name, value));
        }
    }
}
