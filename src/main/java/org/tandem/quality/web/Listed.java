package org.tandem.quality.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tandem.quality.numbers.CaseList.Wanted;
import org.tandem.quality.numbers.Count;
import org.tandem.quality.numbers.Side;

/**
 * Which cases an address asks for.
 *
 * @param page from 1
 */
record Listed(Asked asked, Wanted wanted, int page) {

    static final int PAGE_SIZE = 50;

    /** Nobody reads further; the CSV has them all. */
    static final int LAST_PAGE = 200;

    private static final int LONGEST_REASON = 600;

    static Listed of(Map<String, String> parameters, LocalDate today) {
        var asked = Asked.of(parameters, today);
        var count = Count.of(said(asked, "count", Count.CASES.key()));
        if (count.isEmpty()) {
            asked.flaws().add("“%s” is nothing that is counted.".formatted(asked.get("count")));
        }
        var side = Side.of(said(asked, "side", Side.ALL.key()));
        if (side.isEmpty()) {
            asked.flaws().add("“%s” is no side.".formatted(asked.get("side")));
        }
        var reason = asked.said().get("reason");
        if (reason != null && reason.length() > LONGEST_REASON) {
            asked.flaws().add("No reason is %,d characters long.".formatted(reason.length()));
            reason = null;
        }
        // reasons are counted of all cases together
        var wanted = reason == null
                ? new Wanted(asked.scope(), side.orElse(Side.ALL), count.orElse(Count.CASES), null)
                : new Wanted(asked.scope(), Side.ALL, Count.CASES, reason);
        return new Listed(asked, wanted, page(asked));
    }

    static int page(Asked asked) {
        var said = said(asked, "page", "1");
        if (said.matches("[1-9]\\d{0,8}") && Integer.parseInt(said) <= LAST_PAGE) {
            return Integer.parseInt(said);
        }
        asked.flaws()
                .add("“%s” is no page: it is a number from 1 to %d. The CSV has all cases.".formatted(said, LAST_PAGE));
        return 1;
    }

    private static String said(Asked asked, String name, String otherwise) {
        return asked.said().getOrDefault(name, otherwise);
    }

    int first() {
        return (page - 1) * PAGE_SIZE;
    }

    public String csv() {
        return address("/quality/cases.csv", Map.of());
    }

    public String onPage(int other) {
        return address("/quality/cases", Map.of("page", Integer.toString(other)));
    }

    private String address(String path, Map<String, String> more) {
        var all = new LinkedHashMap<String, String>();
        all.put("count", wanted.count().key());
        all.put("side", wanted.side().key());
        if (wanted.reason() != null) {
            all.put("reason", wanted.reason());
        }
        all.putAll(more);
        return asked.address(path, all);
    }

    public String inWords() {
        return capital(wanted.side().words())
                + (wanted.side() == Side.ALL ? " " : ", and ")
                + wanted.count().words()
                + (wanted.reason() == null ? "" : "; why people got them: " + Reasons.inWords(wanted.reason()));
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
