package org.tandem.desk.pool;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.tandem.desk.pool.allocation.Previous;
import org.tandem.privacy.PersonalData;

/**
 * Review of decisions of the allocation by a person (Directive (EU) 2024/2831, Art. 11). Nothing here suspends anybody, and nothing
 * decides by itself.
 */
@Service("allocationReviews")
public class Reviews {

    private static final int LONGEST = 2_000;

    private final ReviewTable table;
    private final Offers offers;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Reviews(
            ReviewTable table,
            Offers offers,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.offers = offers;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /** The latest first. */
    public List<Review> latestOf(String agent, int most) {
        return table.latestOf(agent, most);
    }

    /**
     * @param offer one that was made to this agent or that they could have had; null if it is about their rank in general
     * @throws PoolRefused if the question is missing or too long, or the offer does not concern them
     */
    public void ask(String agent, @Nullable UUID offer, String question) {
        if (question.isBlank() || question.strip().length() > LONGEST) {
            throw new PoolRefused(
                    "question",
                    "Say what a person should look at, in at most %,d characters; these are %,d."
                            .formatted(LONGEST, question.strip().length()));
        }
        var about = offer == null
                ? "How %s ranks among the others in general.".formatted(agent)
                : offers.find(offer)
                        .filter(one -> concerns(one, agent))
                        .map(one -> about(one, agent))
                        .orElseThrow(() ->
                                new PoolRefused("question", "There is no such decision that you were looked at for."));
        var review = new Review(
                UUID.randomUUID(),
                agent,
                offer,
                PersonalData.maskForPeople(question.strip()),
                now(),
                null,
                null,
                null,
                null);
        transaction.executeWithoutResult(status -> {
            table.add(review);
            events.publishEvent(new ReviewAsked(review.id(), agent, about, review.question(), review.askedAt()));
        });
    }

    /**
     * Deciding again changes nothing.
     *
     * @return what is missing, in words for who decided; empty if it is done
     */
    public Optional<String> decide(
            UUID id, @Nullable String decision, @Nullable String by, @Nullable String explanation) {
        var review = table.find(id);
        if (review.isEmpty()) {
            return Optional.of("Nobody asked for this review.");
        }
        if (by == null || by.isBlank()) {
            return Optional.of("It is not known who decides this: claim the task before you complete it.");
        }
        if (by.equals(review.get().agent())) {
            return Optional.of("You asked for this yourself: somebody else has to decide it.");
        }
        var found = Arrays.stream(Review.Decision.values())
                .filter(one -> one.name().equals(decision))
                .findFirst();
        if (found.isEmpty()) {
            return Optional.of("Choose whether the decision stands or is put right.");
        }
        if (explanation == null || explanation.isBlank() || explanation.length() > LONGEST) {
            return Optional.of("Explain it to %s, in at most %,d characters."
                    .formatted(review.get().agent(), LONGEST));
        }
        table.decide(id, found.get(), by, explanation.strip(), now());
        return Optional.empty();
    }

    private static boolean concerns(Offers.Explained one, String agent) {
        return one.offer().agent().equals(agent)
                || one.basis().others().stream().anyMatch(other -> other.agent().equals(agent));
    }

    private static String about(Offers.Explained one, String agent) {
        var basis = one.basis();
        var mine = basis.others().stream()
                .filter(other -> other.agent().equals(agent))
                .findFirst()
                .orElse(basis.chosen());
        return "%s was offered to %s with %s points (fit %s, idle %s, room %s, fairness %s); %s had %s points (fit %s, idle %s, room %s, fairness %s). %s"
                .formatted(
                        one.offer().about(),
                        basis.chosen().agent(),
                        WhyMe.points(basis.chosen().total()),
                        WhyMe.points(basis.chosen().fit()),
                        WhyMe.points(basis.chosen().idle()),
                        WhyMe.points(basis.chosen().free()),
                        WhyMe.points(basis.chosen().fairness()),
                        mine.agent(),
                        WhyMe.points(mine.total()),
                        WhyMe.points(mine.fit()),
                        WhyMe.points(mine.idle()),
                        WhyMe.points(mine.free()),
                        WhyMe.points(mine.fairness()),
                        basis.becauseBefore()
                                ? "It was the one who had this customer before."
                                : Optional.ofNullable(basis.previous())
                                        .map(Previous::sentence)
                                        .orElse(""))
                .strip();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
