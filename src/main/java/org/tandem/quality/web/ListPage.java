package org.tandem.quality.web;

import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** A page of what is behind a number: how many there are, and those of the page. */
final class ListPage {

    private ListPage() {}

    /** Nothing is looked up for an address that is flawed. */
    static ModelAndView of(String view, Asked asked, int number, LongSupplier count, Supplier<List<?>> rows) {
        var isFlawed = !asked.flaws().isEmpty();
        var total = isFlawed ? 0 : count.getAsLong();
        var page = new ModelAndView(view);
        page.setStatus(isFlawed ? HttpStatus.BAD_REQUEST : HttpStatus.OK);
        page.addObject("total", InFigures.number(total));
        page.addObject("hasMore", total > (long) number * Listed.PAGE_SIZE && number < Listed.LAST_PAGE);
        page.addObject("rows", isFlawed ? List.of() : rows.get());
        return page;
    }
}
