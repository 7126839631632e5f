package org.tandem.desk.pay;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tandem.desk.pay.RateCard.Hours;

/** The hours of a rate card: every minute of the week belongs to exactly one. */
final class Week {

    private static final int DAYS = 7;
    private static final String RIGHT = "a time such as 18:00";

    private Week() {}

    static List<Hours> read(Fields card) {
        var hours = card.items("hours", "the parts of the week that have prices").stream()
                .map(Week::hours)
                .toList();
        if (hours.stream().allMatch(Objects::nonNull)) {
            check(card, hours);
        }
        return hours.stream().filter(Objects::nonNull).toList();
    }

    private static @Nullable Hours hours(Fields fields) {
        fields.only(Set.of("name", "days", "from", "to"));
        var name = fields.text("name");
        var days = fields.parsed("days", "days such as MON-FRI or \"SAT, SUN\"", Week::days);
        var from = fields.parsed("from", RIGHT, LocalTime::parse);
        var to = fields.parsed("to", RIGHT, LocalTime::parse);
        for (var time : Stream.of(from, to).filter(Objects::nonNull).toList()) {
            if (time.getSecond() != 0 || time.getNano() != 0) {
                fields.flaw("from or to", time, "a whole minute, such as 18:00");
            }
        }
        return name == null || days == null || from == null || to == null ? null : new Hours(name, days, from, to);
    }

    private static Set<DayOfWeek> days(String text) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (var part : text.split(",")) {
            var ends = Arrays.stream(part.strip().split("-")).map(Week::day).toList();
            for (var day = ends.getFirst(); ; day = day.plus(1)) {
                days.add(day);
                if (day == ends.getLast()) {
                    break;
                }
            }
        }
        return days;
    }

    private static DayOfWeek day(String name) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> name(day).equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name));
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }

    static String inWords(Set<DayOfWeek> days) {
        var sorted = days.stream().sorted().toList();
        var first = sorted.getFirst();
        var last = sorted.getLast();
        return last.getValue() - first.getValue() == days.size() - 1 && days.size() > 1
                ? name(first) + " to " + name(last)
                : sorted.stream().map(Week::name).collect(Collectors.joining(", "));
    }

    private static void check(Fields card, List<Hours> hours) {
        var told = new ArrayList<String>();
        for (int minute = 0; minute < DAYS * Hours.DAY; minute++) {
            var day = DayOfWeek.of(minute / Hours.DAY + 1);
            var time = LocalTime.ofSecondOfDay(minute % Hours.DAY * 60L);
            var names = hours.stream()
                    .filter(some -> some.contains(day, time))
                    .map(Hours::name)
                    .toList();
            var what =
                    names.isEmpty() ? "no hours, so work then has no price" : "two hours: " + String.join(", ", names);
            if (names.size() != 1 && !told.contains(what)) {
                told.add(what);
                card.flaws().add("%s has, from %s %s on, %s.".formatted(card.where(), name(day), time, what));
            }
        }
    }
}
