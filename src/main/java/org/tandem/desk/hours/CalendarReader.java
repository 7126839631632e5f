package org.tandem.desk.hours;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tandem.desk.hours.CalendarFile.Entry;

/** Makes a calendar of a file; a mistake is noted with its line, the value and what would be right. */
final class CalendarReader {

    private static final Pattern SHIFT = Pattern.compile("(\\d{2}):([0-5]\\d)\\s*-\\s*(\\d{2}):([0-5]\\d)");
    private static final Set<String> FIELDS = Set.of("name", "zone", "hours", "business days", "holidays");
    private static final String CLOSED = "closed";

    private final CalendarFile file;
    private final List<CalendarMistake> mistakes;
    private final String id;

    private CalendarReader(String id, CalendarFile file, List<CalendarMistake> mistakes) {
        this.id = id;
        this.file = file;
        this.mistakes = mistakes;
    }

    /** Null if something is wrong, which then is among the mistakes. */
    static @Nullable BusinessCalendar read(String name, String text, List<CalendarMistake> mistakes) {
        var found = new ArrayList<CalendarMistake>();
        var file = CalendarFile.parse(name, text, found);
        if (found.isEmpty() && file.isEmpty()) {
            file.note(1, "the calendar is empty. It needs: %s", CalendarFile.inWords(FIELDS));
        }
        var calendar =
                file.isEmpty() ? null : new CalendarReader(name.replaceFirst("\\.yaml$", ""), file, found).calendar();
        mistakes.addAll(found);
        return found.isEmpty() ? calendar : null;
    }

    private @Nullable BusinessCalendar calendar() {
        file.expectOnly(FIELDS);
        var name = file.text("name");
        var zone = zone(file.text("zone"));
        var week = week(file.lines("hours"));
        var businessDays = businessDays(file.optionalText("business days"), week);
        var holidays = holidays(file.lines("holidays"));
        return mistakes.isEmpty() && zone != null
                ? new BusinessCalendar(id, name.text(), zone, week, businessDays, holidays)
                : null;
    }

    private @Nullable ZoneId zone(Entry zone) {
        if (zone.text().isEmpty()) {
            return null;
        }
        if (ZoneId.getAvailableZoneIds().contains(zone.text()) && zone.text().contains("/")) {
            return ZoneId.of(zone.text());
        }
        file.note(
                zone.line(),
                "the zone \"%s\" is not known. It has to be one of the tz database, such as Europe/Stockholm",
                zone.text());
        return null;
    }

    private Map<DayOfWeek, List<Shift>> week(Map<String, Entry> hours) {
        var week = new EnumMap<DayOfWeek, List<Shift>>(DayOfWeek.class);
        hours.forEach((day, entry) -> {
            var weekday = weekday(day, entry.line());
            if (weekday != null) {
                week.put(weekday, shifts(day, entry));
            }
        });
        Arrays.stream(DayOfWeek.values()).filter(day -> !week.containsKey(day)).forEach(day -> {
            var line = hours.values().stream().mapToInt(Entry::line).min().orElse(1);
            file.note(line, "the hours of %s are missing. A day without work is \"closed\"", inWords(day));
        });
        if (!week.isEmpty() && week.values().stream().allMatch(List::isEmpty) && mistakes.isEmpty()) {
            file.note(1, "all days are closed, so nothing would ever be due. Give at least one day hours");
        }
        return week;
    }

    private List<Shift> shifts(String day, Entry entry) {
        if (entry.text().equals(CLOSED)) {
            return List.of();
        }
        var shifts = new ArrayList<Shift>();
        for (var text : entry.text().split(",", -1)) {
            var shift = shift(day, text.strip(), entry.line());
            if (shift != null) {
                shifts.stream()
                        .filter(shift::overlaps)
                        .findFirst()
                        .ifPresent(other -> file.note(
                                entry.line(),
                                "on %s the shifts %s and %s overlap. Let one end first",
                                day,
                                other,
                                shift));
                shifts.add(shift);
            }
        }
        shifts.sort(Comparator.comparingInt(Shift::from));
        return shifts;
    }

    private @Nullable Shift shift(String day, String text, int line) {
        var parts = SHIFT.matcher(text);
        if (!parts.matches()) {
            file.note(
                    line,
                    "\"%s\" on %s is no shift. It has to be \"closed\" or, with commas between them, shifts such as 08:00-12:00",
                    text,
                    day);
            return null;
        }
        var from = minutes(parts.group(1), parts.group(2));
        var to = minutes(parts.group(3), parts.group(4));
        if (from >= Shift.MIDNIGHT || to > Shift.MIDNIGHT) {
            file.note(line, "\"%s\" on %s is no time of a day. The last one is 24:00", text, day);
            return null;
        }
        if (to <= from) {
            file.note(
                    line,
                    "on %s \"%s\" ends before it starts. Work over midnight ends at 24:00 and goes on the day after at 00:00",
                    day,
                    text);
            return null;
        }
        return new Shift(from, to);
    }

    private Set<DayOfWeek> businessDays(Entry entry, Map<DayOfWeek, List<Shift>> week) {
        var open = week.entrySet().stream()
                .filter(day -> !day.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(DayOfWeek.class)));
        if (entry.text().isEmpty()) {
            return open;
        }
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (var text : entry.text().split(",", -1)) {
            var day = weekday(text.strip(), entry.line());
            if (day != null && !open.contains(day)) {
                file.note(entry.line(), "%s is a business day but has no hours. Give it hours above", inWords(day));
            } else if (day != null) {
                days.add(day);
            }
        }
        return days;
    }

    private Map<LocalDate, String> holidays(Map<String, Entry> lines) {
        var holidays = new LinkedHashMap<LocalDate, Entry>();
        lines.forEach((date, entry) -> {
            try {
                holidays.put(LocalDate.parse(date), entry);
            } catch (DateTimeParseException e) {
                file.note(
                        entry.line(),
                        "the holiday \"%s\" on %s: there is no such day. It has to be a date such as 2026-12-24",
                        entry.text(),
                        date);
            }
        });
        checkYears(holidays);
        var names = new LinkedHashMap<LocalDate, String>();
        holidays.forEach((date, entry) -> names.put(date, entry.text()));
        return names;
    }

    private void checkYears(Map<LocalDate, Entry> holidays) {
        var years = HolidayYears.of(holidays.keySet()).together();
        holidays.forEach((date, entry) -> {
            if (years.of(date.getYear()) == 0) {
                file.note(
                        entry.line(),
                        "the holiday \"%s\" on %s is far from the others, which are of %s: there are none in %d."
                                + " Correct the year, or add those of the years between",
                        entry.text(),
                        date,
                        years.inWords(),
                        years.next(date.getYear()));
            }
        });
    }

    private @Nullable DayOfWeek weekday(String text, int line) {
        try {
            return DayOfWeek.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            file.note(line, "\"%s\" is no day of the week. These are: monday, tuesday and so on", text);
            return null;
        }
    }

    private static String inWords(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }

    private static int minutes(String hours, String minutes) {
        return Integer.parseInt(hours) * 60 + Integer.parseInt(minutes);
    }
}
