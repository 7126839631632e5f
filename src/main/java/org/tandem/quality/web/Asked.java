package org.tandem.quality.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tandem.quality.numbers.Scope;

/**
 * Of which days and topic an address asks for numbers. What cannot be understood is kept as it was typed, with what is wrong with it.
 *
 * @param said what stands in the fields of the form
 * @param days 7, 28 or 90 until today; 0 for two days that were chosen
 */
record Asked(Map<String, String> said, int days, Scope scope, List<String> flaws) {

    static final List<Integer> PERIODS = List.of(7, 28, 90);

    private static final int USUAL = 28;
    private static final int LONGEST_TOPIC = 200;

    static Asked of(Map<String, String> parameters, LocalDate today) {
        var said = new LinkedHashMap<String, String>();
        parameters.forEach((name, value) -> {
            if (!value.isBlank()) {
                said.put(name, value.strip());
            }
        });
        var flaws = new ArrayList<String>();
        var topic = said.get("topic");
        if (topic != null && topic.length() > LONGEST_TOPIC) {
            flaws.add("No topic has a name of %,d characters.".formatted(topic.length()));
            topic = null;
        }
        var from = day(said.get("from"), "first", flaws);
        var until = day(said.get("until"), "last", flaws);
        if (from != null && until != null && until.isBefore(from)) {
            flaws.add("The last day, %s, is before the first one, %s.".formatted(until, from));
        }
        int days = days(said.get("days"), flaws);
        if (!flaws.isEmpty() || (from == null && until == null)) {
            return new Asked(said, days, new Scope(today.minusDays(days - 1), today, topic), flaws);
        }
        var last = until != null ? until : from != null && from.isAfter(today) ? from : today;
        return new Asked(said, 0, new Scope(from == null ? last.minusDays(days - 1) : from, last, topic), flaws);
    }

    private static int days(@Nullable String said, List<String> flaws) {
        if (said == null) {
            return USUAL;
        }
        return PERIODS.stream()
                .filter(period -> period.toString().equals(said))
                .findFirst()
                .orElseGet(() -> {
                    flaws.add("“%s” is no period: it is 7, 28 or 90 days, or a first and a last day.".formatted(said));
                    return USUAL;
                });
    }

    /** Null for none and for what is none, which then is among the flaws. */
    static @Nullable LocalDate day(@Nullable String said, String which, List<String> flaws) {
        if (said == null) {
            return null;
        }
        try {
            var day = LocalDate.parse(said);
            if (day.getYear() >= 1970 && day.getYear() < 10_000) {
                return day;
            }
        } catch (DateTimeException notADay) {
            // said below
        }
        flaws.add("The %s day, “%s”, is not a day; one looks like 2026-11-26.".formatted(which, said));
        return null;
    }

    public String get(String name) {
        return said.getOrDefault(name, "");
    }

    /** The same in an address, with more. */
    String address(String path, Map<String, String> more) {
        var all = new LinkedHashMap<String, String>();
        if (days > 0) {
            all.put("days", Integer.toString(days));
        } else {
            all.put("from", scope.from().toString());
            all.put("until", scope.until().toString());
        }
        if (scope.topic() != null) {
            all.put("topic", scope.topic());
        }
        all.putAll(more);
        return all.entrySet().stream()
                .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
                .collect(Collectors.joining("&", path + "?", ""));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
