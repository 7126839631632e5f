package org.tandem.desk.pay;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import org.tandem.desk.pay.RateCard.Bonus;

/** What a customer said of an answer, in words for whoever gave it. */
final class Feedback {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

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
            case CAME_BACK -> "came back to the case";
            case CONTACTED_AGAIN -> "asked again about the same";
        };
        var isOpen = now.isBefore(until) && standing != Standing.CAME_BACK;
        return isOpen ? said + " so far, until " + DAY.format(until.atZone(zone)) : said;
    }
}
