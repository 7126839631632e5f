package org.tandem.desk.pay;

import java.time.Clock;
import java.util.List;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.modulith.NamedInterface;

/** Tells, without starting the application, whether people can be paid by rate cards. */
@NamedInterface("rate-cards")
public final class RateCardCheck {

    /** Where they are without any configuration. */
    public static final String SAMPLE = "classpath:pay/rate-cards.yaml";

    private RateCardCheck() {}

    /**
     * What is wrong with them, in sentences.
     *
     * @param location such as {@code classpath:pay/rate-cards.yaml} or {@code file:rates.yaml}
     */
    public static List<String> flaws(String location) {
        try {
            RateCards.read(new DefaultResourceLoader().getResource(location), Clock.systemUTC());
            return List.of();
        } catch (RateCardsRefused refused) {
            return refused.flaws();
        }
    }
}
