package org.tandem.quality.numbers;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What work costs. Amounts are in the currency's minor unit, such as cents. What was counted keeps the rates of its time.
 *
 * @param currency ISO 4217 code
 * @param payPerHour what an hour of a person's work costs
 * @param costPerAttempt what one attempt of the AI costs, computing and language model together
 * @param handlingTime for how long a person works on an answer; less if it came sooner after the hand-over
 */
@ConfigurationProperties("tandem.quality.numbers")
public record NumbersSettings(
        @DefaultValue("EUR") Currency currency,
        @DefaultValue("3000") BigDecimal payPerHour,
        @DefaultValue("0.1") BigDecimal costPerAttempt,
        @DefaultValue("6m") Duration handlingTime) {

    public NumbersSettings {
        notNegative("pay-per-hour", payPerHour, "3000 for 30.00");
        notNegative("cost-per-attempt", costPerAttempt, "0.1 for a tenth of a cent");
        if (handlingTime.isNegative()) {
            throw new IllegalArgumentException(
                    "tandem.quality.numbers.handling-time is %s, but it has to be a time such as 6m"
                            .formatted(handlingTime));
        }
    }

    private static void notNegative(String name, BigDecimal amount, String example) {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException(
                    "tandem.quality.numbers.%s is %s, but it has to be an amount from 0, such as %s"
                            .formatted(name, amount, example));
        }
    }
}
