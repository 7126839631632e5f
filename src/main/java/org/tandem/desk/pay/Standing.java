package org.tandem.desk.pay;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.tandem.desk.pay.RateCard.Bonus;
import org.tandem.inquiry.InquiryId;

/** Whether an answer stands, by which it has a bonus: see {@link Bonus}. Only what was known within the window counts. */
enum Standing {
    STANDS,
    /** The customer said nothing of it, neither good nor bad. */
    NO_WORD,
    RATED_LOW,
    CAME_BACK,
    CONTACTED_AGAIN;

    private static final Comparator<Sign> BY_TIME =
            Comparator.comparing(Sign::at).thenComparing(Sign::event);

    /** In whatever order and however often the signs are given. */
    static Standing of(Work answer, Collection<Sign> signs, Bonus bonus) {
        var until = answer.doneAt().plus(bonus.window());
        var heard = concerning(answer, signs, until);
        if (heard.stream()
                .anyMatch(sign -> sign.kind() == Sign.Kind.CAME_BACK || sign.kind() == Sign.Kind.NOT_SOLVED)) {
            return CAME_BACK;
        }
        if (isAskedAgain(answer, signs, until)) {
            return CONTACTED_AGAIN;
        }
        return rating(heard)
                .map(rating -> rating.score() >= bonus.rating() ? STANDS : RATED_LOW)
                .orElseGet(() -> heard.stream().anyMatch(sign -> sign.kind() == Sign.Kind.SOLVED) ? STANDS : NO_WORD);
    }

    /** The last one counts: customers may change it. */
    static Optional<Sign> rating(Collection<Sign> heard) {
        return heard.stream().filter(sign -> sign.kind() == Sign.Kind.RATED).max(BY_TIME);
    }

    /** What happened in its case after this answer, until the next one. */
    static List<Sign> concerning(Work answer, Collection<Sign> signs, Instant until) {
        var later = signs.stream()
                .filter(sign -> sign.inquiry().equals(answer.inquiry()))
                .filter(sign -> sign.at().isAfter(answer.doneAt()) && !sign.at().isAfter(until))
                .toList();
        var next = later.stream()
                .filter(sign -> sign.kind() == Sign.Kind.ANSWERED)
                .map(Sign::at)
                .min(Comparator.naturalOrder())
                .orElse(until);
        return later.stream().filter(sign -> !sign.at().isAfter(next)).toList();
    }

    private static boolean isAskedAgain(Work answer, Collection<Sign> signs, Instant until) {
        Map<InquiryId, Sign> last = signs.stream()
                .filter(sign -> answer.conversationKey().equals(sign.aboutKey()))
                .filter(sign -> !sign.at().isAfter(until))
                .collect(Collectors.toMap(Sign::inquiry, sign -> sign, BinaryOperator.maxBy(BY_TIME)));
        return last.values().stream().anyMatch(sign -> sign.kind() == Sign.Kind.CONTACTED_AGAIN);
    }
}
