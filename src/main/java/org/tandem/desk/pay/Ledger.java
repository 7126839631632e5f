package org.tandem.desk.pay;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tandem.inquiry.InquiryId;

/** What everybody earned. Entries are only ever added, each once by its key. */
@Repository("payLedger")
class Ledger {

    private final JdbcClient database;

    Ledger(JdbcClient database) {
        this.database = database;
    }

    /**
     * Adds an entry, unless there is one with its key.
     *
     * @return whether it was added
     * @throws org.springframework.dao.DuplicateKeyException if somebody adds the same just now: then it may be repeated
     */
    boolean add(Entry entry) {
        var known = database.sql("select count(*) from pay_entry where entry_key = ?")
                .param(entry.key())
                .query(Integer.class)
                .single();
        if (known > 0) {
            return false;
        }
        database.sql("""
                        insert into pay_entry
                            (id, entry_key, type, agent, inquiry_id, inquiry_number, minor_units, currency, card, price_row,
                             at, booked_at, corrects, period, reason, booked_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        entry.id(),
                        entry.key(),
                        entry.type().name(),
                        entry.agent(),
                        entry.inquiry() == null ? null : entry.inquiry().value(),
                        entry.number(),
                        entry.amount().minorUnits(),
                        entry.amount().currency().getCurrencyCode(),
                        entry.card(),
                        entry.row(),
                        Timestamp.from(entry.at()),
                        Timestamp.from(entry.bookedAt()),
                        entry.corrects(),
                        entry.period(),
                        entry.reason(),
                        entry.by())
                .update();
        return true;
    }

    Optional<Entry> find(String key) {
        return database.sql("select * from pay_entry where entry_key = ?")
                .param(key)
                .query(Ledger::read)
                .optional();
    }

    /** Nobody else corrects it until the end of the transaction. */
    Optional<Entry> lock(UUID id) {
        return database.sql("select * from pay_entry where id = ? for update")
                .param(id)
                .query(Ledger::read)
                .optional();
    }

    List<Entry> corrections(UUID id) {
        return database.sql("select * from pay_entry where corrects = ?")
                .param(id)
                .query(Ledger::read)
                .list();
    }

    boolean knows(String agent) {
        return database.sql("select count(*) from pay_entry where agent = ?")
                        .param(agent)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The latest first. */
    List<Entry> of(String agent, Instant from, Instant to) {
        return database.sql(
                        "select * from pay_entry where agent = ? and at >= ? and at < ? order by at desc, booked_at desc, id")
                .params(agent, Timestamp.from(from), Timestamp.from(to))
                .query(Ledger::read)
                .list();
    }

    /** Corrections that concern a month and were booked in another, the latest first. */
    List<Entry> corrected(String agent, Month month) {
        return database.sql("""
                        select * from pay_entry where agent = ? and period = ? and not (at >= ? and at < ?)
                        order by at desc, id
                        """)
                .params(agent, month.toString(), Timestamp.from(month.begin()), Timestamp.from(month.end()))
                .query(Ledger::read)
                .list();
    }

    /**
     * What somebody has for a month by now, whenever it was corrected. Nobody else corrects it until the end of the transaction. Whoever had
     * to wait for the lock reads after it: what locks does not see what was added meanwhile.
     */
    Money lockWorth(String agent, Month month, Currency currency) {
        ofMonth("select id from pay_entry %s order by id for update", agent, month, currency)
                .query()
                .listOfRows();
        var units = ofMonth("select coalesce(sum(minor_units), 0) from pay_entry %s", agent, month, currency)
                .query(BigDecimal.class)
                .single();
        return new Money(units.toBigIntegerExact(), currency);
    }

    private JdbcClient.StatementSpec ofMonth(String select, String agent, Month month, Currency currency) {
        return database.sql(select.formatted(
                        "where agent = ? and currency = ? and (period = ? or period is null and at >= ? and at < ?)"))
                .params(
                        agent,
                        currency.getCurrencyCode(),
                        month.toString(),
                        Timestamp.from(month.begin()),
                        Timestamp.from(month.end()));
    }

    /** Of everybody, by name. */
    List<Sum> sums(Instant from, Instant to) {
        return sums("", List.of(Timestamp.from(from), Timestamp.from(to)));
    }

    List<Sum> sums(String agent, Instant from, Instant to) {
        return sums("and agent = ?", List.of(Timestamp.from(from), Timestamp.from(to), agent));
    }

    private List<Sum> sums(String whose, List<Object> params) {
        return database.sql("""
                        select agent, currency, type, count(*) as entries, sum(minor_units) as total from pay_entry
                        where at >= ? and at < ? %s group by agent, currency, type order by agent, currency, type
                        """.formatted(whose))
                .params(params)
                .query((row, number) -> new Sum(
                        row.getString("agent"),
                        Entry.Type.valueOf(row.getString("type")),
                        row.getInt("entries"),
                        new Money(row.getBigDecimal("total").toBigIntegerExact(), currency(row))))
                .list();
    }

    /** What entries of a type come to. */
    record Sum(String agent, Entry.Type type, int entries, Money total) {}

    private static Entry read(ResultSet row, int number) throws SQLException {
        var inquiry = id(row, "inquiry_id");
        return new Entry(
                row.getObject("id", UUID.class),
                row.getString("entry_key"),
                Entry.Type.valueOf(row.getString("type")),
                row.getString("agent"),
                inquiry == null ? null : new InquiryId(inquiry),
                text(row, "inquiry_number"),
                new Money(row.getLong("minor_units"), currency(row)),
                row.getString("card"),
                row.getString("price_row"),
                row.getTimestamp("at").toInstant(),
                row.getTimestamp("booked_at").toInstant(),
                id(row, "corrects"),
                text(row, "period"),
                row.getString("reason"),
                row.getString("booked_by"));
    }

    private static Currency currency(ResultSet row) throws SQLException {
        return Currency.getInstance(row.getString("currency"));
    }

    private static @Nullable UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static @Nullable String text(ResultSet row, String column) throws SQLException {
        return row.getString(column);
    }
}
