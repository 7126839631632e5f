package org.tandem.desk.pay;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tandem.desk.pay.RateCard.Bonus;

/** What a customer said of an answer, in words for whoever gave it. */
final class Feedback {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private static final String SO_FAR = " so far";

    private Feedback() {}

    static String of(Work answer, Collection<Sign> signs, Bonus bonus, Instant now, ZoneId zone) {
        var until = answer.doneAt().plus(bonus.window());
        var heard = Standing.concerning(answer, signs, until);
        var standing = Standing.of(answer, signs, bonus);
        var said = switch (standing) {
            case STANDS, RATED_LOW, NO_WORD ->
                Standing.rating(heard)
                        .map(rating -> "rated %d of 5".formatted(rating.score()))
                        .orElseGet(() -> heard.stream().anyMatch(sign -> sign.kind() == Sign.Kind.SOLVED)
                                ? "said it is solved"
                                : "no word");
            case CAME_BACK ->
                heard.stream().anyMatch(sign -> sign.kind() == Sign.Kind.NOT_SOLVED)
                        ? "said it is not solved"
                        : "came back to the case";
            case CONTACTED_AGAIN -> "asked again about the same";
        };
        var isOpen = now.isBefore(until) && standing != Standing.CAME_BACK;
        return isOpen ? said + SO_FAR + ", until " + DAY.format(until.atZone(zone)) : said;
    }

    /** How often customers said what, the most frequent first; empty if there were no answers. */
    static String summary(Collection<String> feedback) {
        var counts = feedback.stream()
                .map(said -> said.replaceFirst(SO_FAR + ".*", ""))
                .collect(Collectors.groupingBy(said -> said, TreeMap::new, Collectors.counting()));
        var most = Map.Entry.<String, Long>comparingByValue().reversed();
        return counts.entrySet().stream()
                .sorted(most)
                .map(said -> "%d × %s".formatted(said.getValue(), said.getKey()))
                .collect(Collectors.joining(", "));
    }
}
