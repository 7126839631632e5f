package org.tandem.audit.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tandem.audit.RunState;
import org.tandem.audit.Subject;
import org.tandem.audit.Wanted;
import org.tandem.audit.Wanted.Sorting;

/** Reads the parameters one by one and collects what is wrong with them. */
record SearchReading(Map<String, String> said, Map<String, String> flaws) {

    private static final int LONGEST = 200;

    SearchReading(Map<String, String> said) {
        this(said, new LinkedHashMap<>());
    }

    Search search() {
        said.forEach((name, value) -> {
            if (value.length() > LONGEST) {
                flaws.put(name, "has %,d characters, which is too long".formatted(value.length()));
            }
        });
        var from = day("from");
        var until = day("until");
        if (from != null && until != null && until.isBefore(from)) {
            flaws.put("until", "is before the first day, so nothing can be found");
        }
        var wanted = new Wanted(
                subject(),
                state(),
                from == null ? null : midnight(from),
                until == null ? null : midnight(until.plusDays(1)),
                said.get("process"),
                number("version", Integer.MAX_VALUE, "is the number of a version, such as 3")
                        .orElse(null),
                said.containsKey("incident"),
                sorting(),
                !"asc".equalsIgnoreCase(said.get("order")),
                page());
        return new Search(said, flaws, wanted);
    }

    private @Nullable Subject subject() {
        var typed = said.get("case");
        if (typed == null || flaws.containsKey("case")) {
            return null;
        }
        try {
            return WhatIsMeant.by(typed);
        } catch (IllegalArgumentException nothing) {
            flaws.put("case", String.valueOf(nothing.getMessage()));
            return null;
        }
    }

    private @Nullable RunState state() {
        return choice("state", RunState.values(), "is one of active, completed and terminated")
                .filter(state -> state != RunState.UNKNOWN)
                .orElse(null);
    }

    private Sorting sorting() {
        return choice("sort", Sorting.values(), "is one of started, ended, process, version and state")
                .orElse(Sorting.STARTED);
    }

    private int page() {
        var last = Wanted.REACH / Wanted.PAGE_SIZE;
        return number(
                        "page",
                        last,
                        "is a number from 1 to %d: please narrow the search instead of going further".formatted(last))
                .orElse(1);
    }

    private <E extends Enum<E>> Optional<E> choice(String name, E[] all, String rule) {
        var value = said.get(name);
        if (value == null) {
            return Optional.empty();
        }
        var chosen = Arrays.stream(all)
                .filter(one -> one.name().equalsIgnoreCase(value))
                .findFirst();
        if (chosen.isEmpty()) {
            flaws.putIfAbsent(name, rule);
        }
        return chosen;
    }

    private Optional<Integer> number(String name, int most, String rule) {
        var value = said.get(name);
        if (value == null) {
            return Optional.empty();
        }
        try {
            var number = Integer.parseInt(value);
            if (number >= 1 && number <= most) {
                return Optional.of(number);
            }
        } catch (NumberFormatException notANumber) {
            flaws.putIfAbsent(name, rule);
            return Optional.empty();
        }
        flaws.putIfAbsent(name, rule);
        return Optional.empty();
    }

    private @Nullable LocalDate day(String name) {
        var value = said.get(name);
        if (value == null) {
            return null;
        }
        try {
            var day = LocalDate.parse(value);
            if (day.getYear() >= 1970 && day.getYear() < 10_000) {
                return day;
            }
        } catch (DateTimeException notADay) {
            flaws.putIfAbsent(name, "is not a day; one looks like 2026-11-26");
            return null;
        }
        flaws.putIfAbsent(name, "is not a day of our time");
        return null;
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
