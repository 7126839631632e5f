package org.tandem.desk.hours;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The calendars of all markets. With a mistake in one of them Tandem does not start, as it could not keep what it promises. */
@Component
public class Calendars {

    public static final String LOCATION = "classpath:/processes/calendars/";

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
    }

    /** What a folder of calendars has in it. */
    public record Found(Map<String, BusinessCalendar> calendars, List<CalendarMistake> mistakes) {}

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
