package org.tandem.desk.board;

import java.time.Instant;
import java.util.List;

/**
 * A theme on the board.
 *
 * @param entries how many there are in the time that is looked at
 * @param days how many there were on each of the last fourteen days, the oldest first
 * @param topics that customers wrote about, the most frequent first
 */
record Listed(Theme theme, int entries, List<Integer> days, List<String> topics, Instant last) {

    private static final int WEEK = 7;

    public int lastWeek() {
        return sum(days.subList(WEEK, 2 * WEEK));
    }

    public int weekBefore() {
        return sum(days.subList(0, WEEK));
    }

    /** How high the bar of a day is, 0 to 20. */
    public int bar(int day) {
        var most = days.stream().mapToInt(Integer::intValue).max().orElse(0);
        return most == 0 ? 0 : Math.round(20f * days.get(day) / most);
    }

    public String trend() {
        return "%d in the last 7 days, %d in the 7 before".formatted(lastWeek(), weekBefore());
    }

    private static int sum(List<Integer> some) {
        return some.stream().mapToInt(Integer::intValue).sum();
    }
}
