package org.tandem.desk.board;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tandem.desk.board.Theme.Status;

/**
 * What of the board is looked at.
 *
 * @param area of the product, empty for all
 * @param status key of a status, empty for all
 * @param days so many back from now, empty for all
 */
record Filter(String area, String status, String days) {

    private static final int LONGEST = 3_650;

    static Filter of(Map<String, String> parameters) {
        return new Filter(
                parameters.getOrDefault("area", "").strip(),
                parameters.getOrDefault("status", "").strip(),
                parameters.getOrDefault("days", "").strip());
    }

    /** What of it cannot be, in sentences. */
    List<String> flaws(List<String> areas) {
        var flaws = new ArrayList<String>();
        if (!area.isEmpty() && !areas.contains(area)) {
            flaws.add("Area: there is no theme of \"%s\"; there are: %s."
                    .formatted(area, areas.isEmpty() ? "none yet" : String.join(", ", areas)));
        }
        if (!status.isEmpty() && Status.of(status).isEmpty()) {
            flaws.add("Status: \"%s\" is none; there are: %s."
                    .formatted(
                            status,
                            Arrays.stream(Status.values()).map(Status::key).collect(Collectors.joining(", "))));
        }
        if (!days.isEmpty() && (!days.matches("\\d{1,4}") || Integer.parseInt(days) < 1)) {
            flaws.add("Days: \"%s\" is no number of days from 1 to %d.".formatted(days, LONGEST));
        }
        return flaws;
    }

    boolean fits(Theme theme) {
        return (area.isEmpty() || area.equals(theme.area()))
                && Status.of(status).map(wanted -> wanted == theme.status()).orElse(true);
    }

    Instant since(Instant now) {
        if (!days.matches("\\d{1,4}")) {
            return Instant.EPOCH;
        }
        return now.minus(Duration.ofDays(Math.clamp(Integer.parseInt(days), 1, LONGEST)));
    }

    public boolean isNarrowed() {
        return !area.isEmpty() || !status.isEmpty() || !days.isEmpty();
    }
}
