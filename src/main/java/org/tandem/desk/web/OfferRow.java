package org.tandem.desk.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tandem.desk.pool.Basis;
import org.tandem.desk.pool.Offer;
import org.tandem.desk.pool.Offer.State;
import org.tandem.desk.pool.Offers.Explained;
import org.tandem.desk.pool.allocation.Score;

/**
 * An offer as pages show it.
 *
 * @param secondsLeft until it runs out, as it was when the page was made
 * @param scores the one who was chosen first; empty where the row does not explain
 */
record OfferRow(
        UUID id,
        long taskKey,
        String about,
        String price,
        String priceRow,
        String why,
        boolean open,
        String state,
        @Nullable String stateReason,
        String madeAt,
        String expiresAt,
        long secondsLeft,
        List<ScoreRow> scores) {

    /** @param who the agent, or only that it is another one */
    record ScoreRow(String who, String total, String fit, String idle, String free, String fairness) {

        static ScoreRow of(String who, Score score) {
            return new ScoreRow(
                    who,
                    figure(score.total()),
                    figure(score.fit()),
                    figure(score.idle()),
                    figure(score.free()),
                    figure(score.fairness()));
        }
    }

    static OfferRow of(Offer offer, Instant now) {
        return of(offer, now, List.of());
    }

    /** Whoever looks sees their own name and no other's. */
    static OfferRow of(Explained explained, String me, Instant now) {
        var basis = explained.basis();
        var chosen = basis.chosen();
        var mine = basis.others().stream()
                .filter(other -> other.agent().equals(me))
                .findFirst();
        if (mine.isPresent()) {
            return of(
                    explained.offer(),
                    now,
                    List.of(ScoreRow.of("Who was offered it", chosen), ScoreRow.of("You", mine.get())));
        }
        var next = basis.others().stream().findFirst();
        return of(
                explained.offer(),
                now,
                next.map(other ->
                                List.of(ScoreRow.of("You", chosen), ScoreRow.of("The next of " + others(basis), other)))
                        .orElseGet(() -> List.of(ScoreRow.of("You", chosen))));
    }

    /** With all names, for leads. */
    static OfferRow named(Explained explained, Instant now) {
        var basis = explained.basis();
        return of(
                explained.offer(),
                now,
                Stream.concat(Stream.of(basis.chosen()), basis.others().stream())
                        .limit(20)
                        .map(score -> ScoreRow.of(score.agent(), score))
                        .toList());
    }

    private static OfferRow of(Offer offer, Instant now, List<ScoreRow> scores) {
        var price = offer.price();
        return new OfferRow(
                offer.id(),
                offer.taskKey(),
                offer.about(),
                price == null ? "No price is set" : price.amount().toString(),
                price == null ? "" : price.row(),
                offer.why(),
                offer.state() == State.MADE,
                offer.state().inWords(),
                offer.stateReason(),
                offer.madeAt().toString(),
                offer.expiresAt().toString(),
                Math.max(0, Duration.between(now, offer.expiresAt()).toSeconds()),
                scores);
    }

    private static int others(Basis basis) {
        return basis.others().size() + basis.furtherOthers();
    }

    private static String figure(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
