package org.tandem.audit.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tandem.audit.RunState;
import org.tandem.audit.Subject;
import org.tandem.audit.Wanted;
import org.tandem.audit.Wanted.Sorting;
import org.tandem.inquiry.InquiryId;

/**
 * A search as its address says it, which is what a bookmark keeps. What cannot be understood is kept as it was typed, with what is wrong
 * with it.
 *
 * @param said the parameters that say something
 * @param flaws what is wrong, by parameter
 * @param wanted what is searched for, as far as it is understood
 */
record Search(Map<String, String> said, Map<String, String> flaws, Wanted wanted) {

    private static final Pattern CASE = Pattern.compile("(?:TA[\\s-]*)?(\\d{4}(?:[\\s-]+\\d{4})+)|TA[\\s-]*(\\d{8,})");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final int LONGEST = 200;

    static Search of(Map<String, String> parameters) {
        var said = new LinkedHashMap<String, String>();
        parameters.forEach((name, value) -> {
            if (!value.isBlank()) {
                said.put(name, value.strip());
            }
        });
        return new Reading(said).search();
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

    /** Reads the parameters one by one and collects what is wrong with them. */
    private record Reading(Map<String, String> said, Map<String, String> flaws) {

        Reading(Map<String, String> said) {
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
            var number = CASE.matcher(typed.toUpperCase(Locale.ROOT));
            if (number.matches()) {
                var digits = typed.replaceAll("\\D", "");
                if (digits.length() % 4 == 0) {
                    return new Subject.Case("TA" + digits.replaceAll("(\\d{4})", "-$1"));
                }
            }
            if (DIGITS.matcher(typed).matches()) {
                return key(typed);
            }
            try {
                return new Subject.Inquiry(
                        InquiryId.of(typed.toLowerCase(Locale.ROOT)).toString());
            } catch (IllegalArgumentException notAnId) {
                flaws.put(
                        "case",
                        "is neither a case number (like TA-1234-5678) nor the id of an inquiry nor the key of a process instance");
                return null;
            }
        }

        private @Nullable Subject key(String typed) {
            try {
                return new Subject.Key(Long.parseLong(typed));
            } catch (NumberFormatException tooLong) {
                flaws.put("case", "has too many digits for the key of a process instance");
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
                            "is a number from 1 to %d: please narrow the search instead of going further"
                                    .formatted(last))
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
}
