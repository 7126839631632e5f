package org.tandem.audit.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tandem.audit.Found;
import org.tandem.audit.Run;
import org.tandem.audit.Subject;
import org.tandem.audit.Wanted;

/** A page of what was found, in words. */
record Results(
        List<RunLine> lines,
        String count,
        @Nullable String earlier,
        @Nullable String later,
        String place) {

    static Results of(Search search, Found found) {
        var page = search.wanted().page();
        var reachable = Math.min(found.total(), Wanted.REACH);
        var pages = Math.max(1, Math.ceilDiv(reachable, (long) Wanted.PAGE_SIZE));
        return new Results(
                found.runs().stream().map(RunLine::of).toList(),
                count(search, found),
                page > 1 ? search.onPage((int) Math.min(page - 1, pages)) : null,
                page < pages ? search.onPage(page + 1) : null,
                "Page %,d of %,d".formatted(page, pages));
    }

    private static String count(Search search, Found found) {
        if (!search.flaws().isEmpty()) {
            return "Nothing was searched for: please correct what is marked.";
        }
        if (found.runs().isEmpty() && found.total() > 0) {
            return "There is nothing on this page; there are only %,d process instances.".formatted(found.total());
        }
        if (found.total() == 0) {
            return nothing(search);
        }
        var more = found.orMore() || found.total() > Wanted.REACH
                ? " Only the first %,d can be paged through: narrow the search to see the others."
                        .formatted(Wanted.REACH)
                : "";
        return (found.total() == 1 ? "1 process instance." : "%,d process instances.".formatted(found.total())) + more;
    }

    private static String nothing(Search search) {
        var others = search.said().keySet().stream().anyMatch(name -> !name.equals("case"));
        return switch (search.wanted().subject()) {
            case null -> search.isEmpty() ? "No process has run yet." : "Nothing fits all of this.";
            case Subject.Case one -> "There is no process instance of case %s%s".formatted(one.number(), hint(others));
            case Subject.Inquiry one ->
                "There is no process instance of inquiry %s%s".formatted(one.id(), hint(others));
            case Subject.Key one -> "There is no process instance with the key %d%s".formatted(one.key(), hint(others));
        };
    }

    private static String hint(boolean others) {
        return others
                ? " that fits the other fields. Clear them to see whether there is one at all."
                : ". One that has just begun shows here after a few seconds; old ones may have been deleted.";
    }

    /** A run as a line of the list. */
    record RunLine(Run run, Moment started, @Nullable Moment ended, String duration) {

        static RunLine of(Run run) {
            var ended = run.ended();
            return new RunLine(
                    run,
                    Moment.of(run.started()),
                    ended == null ? null : Moment.of(ended),
                    ended == null ? "" : Moment.between(run.started(), ended));
        }
    }
}
