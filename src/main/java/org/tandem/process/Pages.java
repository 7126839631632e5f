package org.tandem.process;

import io.camunda.client.api.search.request.SearchRequestPage;
import io.camunda.client.api.search.response.SearchResponse;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** All results of a search, page by page, by a cursor: engines count up to the ten thousandth only. */
final class Pages<T> implements Iterator<List<T>> {

    private final int atOnce;
    private final Function<Consumer<SearchRequestPage>, SearchResponse<T>> search;
    private @Nullable String cursor;
    private boolean more = true;

    /** @param search asked with the page that is wanted */
    Pages(int atOnce, Function<Consumer<SearchRequestPage>, SearchResponse<T>> search) {
        this.atOnce = atOnce;
        this.search = search;
    }

    @Override
    public boolean hasNext() {
        return more;
    }

    @Override
    public List<T> next() {
        if (!more) {
            throw new NoSuchElementException();
        }
        var found = search.apply(this::next);
        cursor = found.page().endCursor();
        more = found.items().size() == atOnce && cursor != null;
        return found.items();
    }

    /** The pages, each asked for only when somebody looks at it. */
    Stream<List<T>> stream() {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED), false);
    }

    private void next(SearchRequestPage page) {
        page.limit(atOnce);
        if (cursor != null) {
            page.after(cursor);
        }
    }
}
