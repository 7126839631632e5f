package org.tandem.desk.board;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.tandem.desk.board.Theme.Status;

/**
 * What of the board is looked at; what cannot be read is as if it had not been asked for.
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
