package org.tandem.engine.rest.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tandem.engine.rest.http.Body;
import org.tandem.engine.rest.http.Json;

/**
 * Answers one search of a collection: filters, sorts, pages and counts.
 *
 * @param mostCounted where counting ends; the answer then says that there is more
 */
record Search(Collection collection, Reading reading, int mostCounted) {

    /** As far as a cluster counts. */
    private static final int USUALLY_COUNTED = 10_000;

    private record Found(ObjectNode item, String cursor) {}

    Search(Collection collection, Reading reading) {
        this(collection, reading, USUALLY_COUNTED);
    }

    /** {@code within} narrows the search beyond what the request says. */
    ObjectNode answer(Body request, @Nullable Sql within) {
        var filter = request.object("filter");
        var order = Order.of(collection, reading, request.objects("sort"));
        var page = Page.of(request.object("page"), order);
        request.end();

        var where = where(filter, within);
        var keys = page.limit() == 0 ? List.<Long>of() : keys(where, order, page);
        var total = page.isWhole(keys.size()) ? keys.size() : count(where);
        var found = keys.isEmpty() ? List.<Found>of() : find(keys, order);

        var answer = Json.object();
        var items = answer.putArray("items");
        found.forEach(one -> items.add(one.item()));
        answer.putObject("page")
                .put("totalItems", Math.min(total, mostCounted))
                .put("hasMoreTotalItems", total > mostCounted)
                .put("startCursor", found.isEmpty() ? null : found.getFirst().cursor())
                .put("endCursor", found.isEmpty() ? null : found.getLast().cursor());
        return answer;
    }

    /** The conditions of a filter, those of the collection and {@code within} included. */
    Sql where(Body filter, @Nullable Sql within) {
        var parts = new ArrayList<Sql>();
        if (within != null) {
            parts.add(within);
        }
        parts.add(new Filter(collection, reading).sql(filter.fields()));
        parts.add(Sql.of(collection.base()));
        return Sql.and(
                parts.stream().filter(part -> !part.text().equals(Sql.ALL)).toList());
    }

    /** The keys of the page first, so that what is not shown is neither joined nor read. */
    private List<Long> keys(Sql where, Order order, Page page) {
        var rows = page.beyond() == null ? where : Sql.and(List.of(where, page.beyond()));
        var by = order.within(where, page.isBackwards());
        var query = Sql.of(
                        "select " + collection.id() + " from " + collection.from(rows.text() + by.text()) + " where ")
                .add(rows)
                .add(" order by ")
                .add(by)
                .add(" limit ? offset ?", page.limit(), page.from());
        return reading.list(query, row -> row.getLong(1));
    }

    /** Keys that were looked up are of things that are there, so they need not be counted once more. */
    private long count(Sql where) {
        var known = where.keysOf(collection.id());
        if (known.isPresent()) {
            return known.getAsInt();
        }
        return reading.number(Sql.of("select count(*) from (select 1 from " + collection.from(where.text()) + " where ")
                .add(where)
                .add(" limit ?) counted", mostCounted + 1));
    }

    private List<Found> find(List<Long> keys, Order order) {
        var columns = columns();
        order.criteria().forEach(one -> columns.add(", ").add(one.sql()));
        var by = order.sql(false);
        var query = Sql.of("select ")
                .add(columns)
                .add(" from " + collection.from(columns.text() + by.text()) + " where ")
                .add(Sql.among(collection.id(), keys))
                .add(" order by ")
                .add(by);
        var found = reading.list(query, row -> found(row, order));
        collection.finish().accept(reading, found.stream().map(Found::item).toList());
        return found;
    }

    /** The item whose key (or other field) has this value in the database. */
    Optional<ObjectNode> get(Sql which) {
        var columns = columns();
        var where = Sql.and(List.of(which, Sql.of(collection.base())));
        var query = Sql.of("select ")
                .add(columns)
                .add(" from " + collection.from(columns.text() + where.text()) + " where ")
                .add(where);
        var found = reading.list(query, this::item);
        collection.finish().accept(reading, found);
        return found.stream().findFirst();
    }

    private Sql columns() {
        var columns = new Sql();
        collection
                .fields()
                .values()
                .forEach(field ->
                        columns.add(columns.text().isEmpty() ? "" : ", ").add(field.sql(reading)));
        return columns;
    }

    private ObjectNode item(ResultSet row) throws SQLException {
        var item = Json.object();
        int column = 1;
        for (var field : new ArrayList<>(collection.fields().values())) {
            Values.put(item, field, row, column++);
        }
        return item;
    }

    private Found found(ResultSet row, Order order) throws SQLException {
        return new Found(item(row), Cursor.of(order, row, collection.fields().size() + 1));
    }
}
