package org.tandem.engine.rest.search;

import org.jspecify.annotations.Nullable;
import org.tandem.engine.rest.http.Body;
import org.tandem.engine.rest.http.Problem;

/**
 * Which part of what a search finds is told.
 *
 * @param beyond what holds for the items after (or before) the one that the request names
 */
record Page(
        int from, int limit, boolean isBackwards, @Nullable Sql beyond) {

    private static final int USUAL_LIMIT = 100;
    private static final int MOST = 10_000;

    static Page of(Body page, Order order) {
        var from = (int) page.numberOr("from", 0, Integer.MAX_VALUE, 0);
        var limit = (int) page.numberOr("limit", 0, MOST, USUAL_LIMIT);
        var after = cursor(page, "after");
        var before = cursor(page, "before");
        page.end();
        if ((after != null && before != null) || (from > 0 && (after != null || before != null))) {
            throw Problem.invalid("Only one of 'page.from', 'page.after' and 'page.before' can be given.");
        }
        if (after != null) {
            return new Page(0, limit, false, order.beyond(Cursor.read(order, "page.after", after), false));
        }
        return before == null
                ? new Page(from, limit, false, null)
                : new Page(0, limit, true, order.beyond(Cursor.read(order, "page.before", before), true));
    }

    /** Whether a page with so many items has everything that was found. */
    boolean isWhole(int items) {
        return from == 0 && beyond == null && items < limit;
    }

    private static @Nullable String cursor(Body page, String field) {
        var cursor = page.get(field);
        if (cursor != null && !cursor.isTextual()) {
            throw page.wrong(field, cursor, "a text");
        }
        return cursor == null || cursor.textValue().isEmpty() ? null : cursor.textValue();
    }
}
