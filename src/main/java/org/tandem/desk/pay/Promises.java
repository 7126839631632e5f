package org.tandem.desk.pay;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tandem.desk.pool.OfferEvent;
import org.tandem.desk.pool.Offers;

/** Prices that people accepted with offers: whoever was promised one gets it, whatever the rate card says by then. */
@Component
class Promises {

    /** What is offered begins with the number of its case, if it is about one. */
    private static final Pattern NUMBER = Pattern.compile("TA(-\\d{4}){2,3}");

    private final JdbcClient database;
    private final Offers offers;

    Promises(JdbcClient database, Offers offers) {
        this.database = database;
        this.offers = offers;
    }

    /** In the transaction in which the offer is accepted. */
    @EventListener
    void on(OfferEvent.Accepted accepted) {
        var price = accepted.price();
        if (price == null) {
            return;
        }
        forget(accepted);
        offers.find(accepted.offer())
                .map(explained -> NUMBER.matcher(explained.offer().about()))
                .filter(Matcher::lookingAt)
                .ifPresent(number -> database.sql("""
                                insert into pay_promise
                                    (offer, inquiry_number, agent, minor_units, currency, card, price_row, at)
                                values (?, ?, ?, ?, ?, ?, ?, ?)
                                """)
                        .params(
                                accepted.offer(),
                                number.group(),
                                accepted.agent(),
                                price.amount().minorUnits(),
                                price.amount().currency().getCurrencyCode(),
                                price.card(),
                                price.row(),
                                Timestamp.from(accepted.at()))
                        .update());
    }

    /** Whoever takes it again, without an offer or with another, is paid by that. */
    @EventListener
    void on(OfferEvent.Abandoned abandoned) {
        forget(abandoned);
    }

    /** The task became another one, such as a call, or somebody else's. */
    @EventListener
    void on(OfferEvent.Withdrawn withdrawn) {
        forget(withdrawn);
    }

    /** What somebody was promised last for the work that people had between these moments. */
    Optional<Price> promised(String number, String agent, Instant from, Instant to) {
        return database.sql("""
                        select * from pay_promise where inquiry_number = ? and agent = ? and at >= ? and at <= ?
                        order by at desc limit 1
                        """)
                .params(number, agent, Timestamp.from(from), Timestamp.from(to))
                .query((row, index) -> new Price(
                        new Money(row.getLong("minor_units"), Currency.getInstance(row.getString("currency"))),
                        row.getString("card"),
                        row.getString("price_row")))
                .optional();
    }

    private void forget(OfferEvent offer) {
        database.sql("delete from pay_promise where offer = ?")
                .param(offer.offer())
                .update();
    }
}
