package org.tandem.desk.pay;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** All rate cards, as the file has them. */
@Component
class RateCards implements Pricing {

    private final List<RateCard> cards;

    @Autowired
    RateCards(PaySettings settings, Clock clock) {
        this(read(settings.rateCards(), clock));
    }

    /** @param cards the oldest first */
    RateCards(List<RateCard> cards) {
        this.cards = List.copyOf(cards);
    }

    /** @throws RateCardsRefused if nobody can be paid by them */
    static List<RateCard> read(Resource file, Clock clock) {
        try {
            var cards = RateCardReader.read(file.getDescription(), file.getContentAsByteArray());
            var first = cards.getFirst();
            if (first.begin().isAfter(clock.instant())) {
                throw new RateCardsRefused(
                        file.getDescription(),
                        List.of(
                                "Rate card %s: valid-from is %s, but the first card has to begin by now: work until then would have no price."
                                        .formatted(first.id(), first.validFrom())));
            }
            return cards;
        } catch (IOException e) {
            throw new RateCardsRefused(
                    file.getDescription(),
                    List.of("The file cannot be read: set tandem.desk.pay.rate-cards to one that can be."));
        }
    }

    List<RateCard> all() {
        return cards;
    }

    @Override
    public Price price(PaidWork work) {
        return at(work.at()).price(work);
    }

    /** The one that is valid then. */
    RateCard at(Instant moment) {
        return cards.reversed().stream()
                .filter(card -> !card.begin().isAfter(moment))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "No rate card is valid at %s: the first one begins with %s. Add one that begins before it"
                                .formatted(moment, cards.getFirst().validFrom())));
    }
}
