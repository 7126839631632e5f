package org.tandem.desk.hours;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How many holidays a calendar has of each year, at least one. */
record HolidayYears(SortedMap<Integer, Long> counts) {

    static HolidayYears of(Collection<LocalDate> holidays) {
        return new HolidayYears(holidays.stream()
                .collect(Collectors.groupingBy(LocalDate::getYear, TreeMap::new, Collectors.counting())));
    }

    /** The years without a gap in which most of the holidays are: whatever is beyond a gap is of a wrong year, or the gap is a mistake. */
    HolidayYears together() {
        var stretches = new ArrayList<SortedMap<Integer, Long>>();
        counts.forEach((year, count) -> {
            if (stretches.isEmpty() || stretches.getLast().lastKey() != year - 1) {
                stretches.add(new TreeMap<>());
            }
            stretches.getLast().put(year, count);
        });
        return stretches.stream()
                .map(HolidayYears::new)
                .reduce((one, other) -> one.all() < other.all() ? other : one)
                .orElse(this);
    }

    /** The first of these years of which there are less than half as many as of the fullest one. */
    OptionalInt firstMissing(int from, int until) {
        long most = counts.values().stream().mapToLong(count -> count).max().orElse(0);
        return IntStream.rangeClosed(from, until)
                .filter(year -> 2 * of(year) < most)
                .findFirst();
    }

    /** The last of those of which there are most. */
    int fullest() {
        return counts.entrySet().stream()
                .reduce((one, later) -> one.getValue() > later.getValue() ? one : later)
                .orElseThrow()
                .getKey();
    }

    long of(int year) {
        return counts.getOrDefault(year, 0L);
    }

    /** The one next to these in the direction of another. */
    int next(int year) {
        return year < counts.firstKey() ? counts.firstKey() - 1 : counts.lastKey() + 1;
    }

    String inWords() {
        return counts.size() == 1
                ? "%d".formatted(counts.firstKey())
                : "%d to %d".formatted(counts.firstKey(), counts.lastKey());
    }

    private long all() {
        return counts.values().stream().mapToLong(count -> count).sum();
    }
}
