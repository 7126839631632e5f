package org.tandem.desk.pool;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tandem.desk.pay.Money;
import org.tandem.desk.pay.Price;
import org.tandem.desk.pool.Offer.State;

/** Offers and their steps, which are only ever added, and what is open now. */
@Component
class OfferTable {

    private static final String OFFERS = """
            select offer.*, step.state, step.at, step.reason from pool_offer offer
            left join pool_offer_step step on step.offer = offer.id
                and step.stage = (select max(last.stage) from pool_offer_step last where last.offer = offer.id)
            """;

    private final JdbcClient database;

    OfferTable(JdbcClient database) {
        this.database = database;
    }

    /** Work on a task that is offered, or accepted and not done. */
    record Open(long taskKey, UUID offer, String agent, boolean accepted, Instant since) {}

    /** An offer with what it was decided by, as JSON. */
    record Kept(Offer offer, String decision) {}

    /**
     * Fails if the task is offered to somebody already.
     *
     * @param availableSeconds how long the agent has been available altogether
     */
    void add(Offer offer, String decision, long availableSeconds) {
        var price = offer.price();
        database.sql("""
                        insert into pool_offer (id, task_key, agent, about, made_at, expires_at, minor_units, currency, card, price_row, why,
                            decision)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        offer.id(),
                        offer.taskKey(),
                        offer.agent(),
                        offer.about(),
                        Moment.of(offer.madeAt()),
                        Moment.of(offer.expiresAt()),
                        price == null ? null : price.amount().minorUnits(),
                        price == null ? null : price.amount().currency().getCurrencyCode(),
                        price == null ? null : price.card(),
                        price == null ? null : price.row(),
                        offer.why(),
                        decision)
                .update();
        database.sql(
                        "insert into pool_open (task_key, offer, agent, accepted, since, idle_from) values (?, ?, ?, false, ?, ?)")
                .params(offer.taskKey(), offer.id(), offer.agent(), Moment.of(offer.madeAt()), availableSeconds)
                .update();
    }

    /** @return false if something else has become of the offer before */
    boolean accept(UUID offer, Instant at) {
        return database.sql("update pool_open set accepted = true, since = ? where offer = ? and accepted = false")
                        .params(Moment.of(at), offer)
                        .update()
                == 1;
    }

    /**
     * @param accepted whether it has to be accepted before, or still open
     * @return false if it is not, so that something else has become of it before
     */
    boolean close(UUID offer, boolean accepted) {
        return database.sql("delete from pool_open where offer = ? and accepted = ?")
                        .params(offer, accepted)
                        .update()
                == 1;
    }

    void note(UUID offer, int stage, State state, String agent, Instant at, @Nullable String reason) {
        database.sql("insert into pool_offer_step (offer, stage, state, agent, at, reason) values (?, ?, ?, ?, ?, ?)")
                .params(offer, stage, state.name(), agent, Moment.of(at), reason)
                .update();
    }

    List<Open> open() {
        return database.sql("select * from pool_open order by task_key")
                .query((row, number) -> new Open(
                        row.getLong("task_key"),
                        row.getObject("offer", UUID.class),
                        row.getString("agent"),
                        row.getBoolean("accepted"),
                        Moment.in(row, "since")))
                .list();
    }

    Optional<Offer> find(UUID id) {
        return database.sql(OFFERS + "where offer.id = ?")
                .param(id)
                .query(OfferTable::offer)
                .optional();
    }

    /** What this agent is offered or has accepted and not done, what is due for an answer first. */
    List<Offer> openOf(String agent) {
        return database.sql(OFFERS + """
                        join pool_open work on work.offer = offer.id and work.agent = ?
                        order by work.accepted, offer.expires_at, offer.id
                        """).param(agent).query(OfferTable::offer).list();
    }

    Optional<Kept> kept(UUID id) {
        return database.sql(OFFERS + "where offer.id = ?")
                .param(id)
                .query(OfferTable::kept)
                .optional();
    }

    /** The latest first. */
    List<Kept> latestOf(String agent, int most) {
        return database.sql(
                        OFFERS + "where offer.agent = ? order by offer.made_at desc, offer.id fetch first ? rows only")
                .params(agent, most)
                .query(OfferTable::kept)
                .list();
    }

    /** To anybody but this agent, the latest first. */
    List<Kept> latestOfOthers(String agent, int most) {
        return database.sql(
                        OFFERS + "where offer.agent <> ? order by offer.made_at desc, offer.id fetch first ? rows only")
                .params(agent, most)
                .query(OfferTable::kept)
                .list();
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        return new Kept(offer(row, number), row.getString("decision"));
    }

    private static Offer offer(ResultSet row, int number) throws SQLException {
        var made = Moment.in(row, "made_at");
        var state = row.getString("state");
        return new Offer(
                row.getObject("id", UUID.class),
                row.getLong("task_key"),
                row.getString("agent"),
                row.getString("about"),
                made,
                Moment.in(row, "expires_at"),
                price(row),
                row.getString("why"),
                state == null ? State.MADE : State.valueOf(state),
                state == null ? made : Moment.in(row, "at"),
                row.getString("reason"));
    }

    private static @Nullable Price price(ResultSet row) throws SQLException {
        var currency = row.getString("currency");
        return currency == null
                ? null
                : new Price(
                        new Money(row.getLong("minor_units"), Currency.getInstance(currency)),
                        row.getString("card"),
                        row.getString("price_row"));
    }
}
