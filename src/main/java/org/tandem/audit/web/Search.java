package org.tandem.audit.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.tandem.audit.Wanted;

/**
 * A search as its address says it, which is what a bookmark keeps. What cannot be understood is kept as it was typed, with what is wrong
 * with it.
 *
 * @param said the parameters that say something
 * @param flaws what is wrong, by parameter
 * @param wanted what is searched for, as far as it is understood
 */
record Search(Map<String, String> said, Map<String, String> flaws, Wanted wanted) {

    static Search of(Map<String, String> parameters) {
        var said = new LinkedHashMap<String, String>();
        parameters.forEach((name, value) -> {
            if (!value.isBlank()) {
                said.put(name, value.strip());
            }
        });
        return new SearchReading(said).search();
    }

    public String get(String name) {
        return said.getOrDefault(name, "");
    }

    public boolean isEmpty() {
        return said.keySet().stream()
                .allMatch(name -> name.equals("page") || name.equals("sort") || name.equals("order"));
    }

    /** The address of the same search, sorted by this column, the other way round if it is already. */
    public String sortedBy(String column) {
        var sorted = new LinkedHashMap<>(said);
        sorted.remove("page");
        sorted.put("sort", column);
        var again = wanted.sorting().name().equalsIgnoreCase(column);
        sorted.put("order", again && wanted.descending() ? "asc" : "desc");
        return address(sorted);
    }

    /** How a column is sorted, in the words of ARIA. */
    public String direction(String column) {
        if (!wanted.sorting().name().equalsIgnoreCase(column)) {
            return "none";
        }
        return wanted.descending() ? "descending" : "ascending";
    }

    public String onPage(int page) {
        var moved = new LinkedHashMap<>(said);
        moved.put("page", Integer.toString(page));
        return address(moved);
    }

    private static String address(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
                .collect(Collectors.joining("&", "/history?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
