package org.tandem.desk.hours;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The calendars of all markets. With a mistake in one of them Tandem does not start, as it could not keep what it promises. */
@Component
public class Calendars {

    public static final String LOCATION = "classpath:/processes/calendars/";

    private static final Logger log = LoggerFactory.getLogger(Calendars.class);

    /** Deadlines of complaints reach so far ahead. */
    private static final int DAYS_AHEAD = 90;

    private final Map<String, BusinessCalendar> byId;

    @Autowired
    Calendars(@Value("${tandem.desk.calendars:" + LOCATION + "}") String location) {
        this(found(location));
    }

    private Calendars(Found found) {
        if (!found.mistakes().isEmpty()) {
            throw new IllegalStateException(found.mistakes().stream()
                    .map(CalendarMistake::toString)
                    .collect(Collectors.joining("\n", "The calendars cannot be used.\n", "")));
        }
        byId = found.calendars();
        found.runningOut(LocalDate.now(ZoneOffset.UTC)).forEach(doubt -> log.warn("The calendar {}", doubt));
    }

    /** What a folder of calendars has in it. */
    public record Found(Map<String, BusinessCalendar> calendars, List<CalendarMistake> mistakes) {

        /** Ids of all files, also of those that cannot be used. */
        public Set<String> ids() {
            return Stream.concat(
                            calendars.keySet().stream(),
                            mistakes.stream().map(mistake -> mistake.file().replaceFirst("\\.yaml$", "")))
                    .collect(Collectors.toUnmodifiableSet());
        }

        /** Calendars that do not know the holidays of all days to which deadlines reach. */
        public List<CalendarMistake> runningOut(LocalDate today) {
            var until = today.plusDays(DAYS_AHEAD).getYear();
            return calendars.values().stream()
                    .sorted(Comparator.comparing(BusinessCalendar::id))
                    .flatMap(calendar -> calendar.holidayYears().firstMissing(today.getYear(), until).stream()
                            .mapToObj(year -> runningOut(calendar, year)))
                    .toList();
        }

        private static CalendarMistake runningOut(BusinessCalendar calendar, int year) {
            var years = calendar.holidayYears();
            return new CalendarMistake(
                    calendar.id() + ".yaml",
                    1,
                    "lacks holidays of %d (it has %d of %d and %d of %d), so deadlines count them as days of work. Add them"
                            .formatted(year, years.of(year), year, years.of(years.fullest()), years.fullest()));
        }
    }

    /**
     * Looks without refusing anything.
     *
     * @param location of a folder, as Spring names it: {@code classpath:} or {@code file:}
     */
    public static Found found(String location) {
        var calendars = new TreeMap<String, BusinessCalendar>();
        var mistakes = new ArrayList<CalendarMistake>();
        var folder = location.endsWith("/") ? location : location + "/";
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources(folder + "*.yaml")) {
                var name = String.valueOf(file.getFilename());
                var calendar = CalendarReader.read(name, file.getContentAsString(StandardCharsets.UTF_8), mistakes);
                if (calendar != null) {
                    calendars.put(calendar.id(), calendar);
                }
            }
        } catch (FileNotFoundException noFolder) {
            // the same as an empty one
        } catch (IOException e) {
            throw new UncheckedIOException("The calendars in %s cannot be read".formatted(location), e);
        }
        if (calendars.isEmpty() && mistakes.isEmpty()) {
            mistakes.add(new CalendarMistake(
                    location,
                    1,
                    "there is no calendar here. It needs a .yaml file for each market, such as sweden.yaml"));
        }
        return new Found(Map.copyOf(calendars), List.copyOf(mistakes));
    }

    public Set<String> ids() {
        return byId.keySet();
    }

    /** The calendar that a decision table names. */
    public BusinessCalendar get(String id) {
        var calendar = byId.get(id);
        if (calendar == null) {
            throw new IllegalArgumentException("There is no calendar \"%s\". These are: %s"
                    .formatted(id, byId.keySet().stream().sorted().collect(Collectors.joining(", "))));
        }
        return calendar;
    }
}
