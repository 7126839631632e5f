package org.tandem.desk.pay;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps each rate card as it began, so that what was paid can be checked for ever, and refuses to start with one that was changed since. */
@Component
class KeptRateCards implements InitializingBean {

    private final JdbcClient database;
    private final RateCards cards;
    private final Clock clock;

    KeptRateCards(JdbcClient database, RateCards cards, Clock clock) {
        this.database = database;
        this.cards = cards;
        this.clock = clock;
    }

    @Override
    public void afterPropertiesSet() {
        var changed = cards.all().stream()
                .filter(card -> !card.begin().isAfter(clock.instant()))
                .filter(card -> !isAsKept(card))
                .map(RateCard::id)
                .map(
                        ("Rate card %s has begun and was changed since: leave it as it was, and add a card with another id "
                                        + "and a later valid-from.")::formatted)
                .toList();
        if (!changed.isEmpty()) {
            throw new RateCardsRefused("tandem.desk.pay.rate-cards", changed);
        }
    }

    private boolean isAsKept(RateCard card) {
        var content = card.toString();
        var kept = database.sql("select content from pay_rate_card where id = ?")
                .param(card.id())
                .query(String.class)
                .list();
        if (kept.isEmpty()) {
            database.sql("insert into pay_rate_card (id, content, kept_at) values (?, ?, ?)")
                    .params(card.id(), content, Timestamp.from(clock.instant()))
                    .update();
        }
        return kept.isEmpty() || kept.equals(List.of(content));
    }
}
