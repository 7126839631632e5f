package org.tandem.desk.pay;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps each rate card, so that what was paid can be checked for ever, and refuses to start if one that has begun is not what it was, or if
 * a new one begins in the past, by which work would be paid that was done before anybody knew of it.
 */
@Component
class KeptRateCards implements InitializingBean {

    private static final String REMEDY =
            "Put it back as it was, and add a card with another id and a valid-from after today.";

    private final JdbcClient database;
    private final RateCards cards;
    private final Clock clock;

    KeptRateCards(JdbcClient database, RateCards cards, Clock clock) {
        this.database = database;
        this.cards = cards;
        this.clock = clock;
    }

    private record Kept(String id, String content, Instant begin) {}

    @Override
    public void afterPropertiesSet() {
        var now = clock.instant();
        var kept = kept();
        var begun = kept.stream().filter(one -> !one.begin().isAfter(now)).toList();
        var others = cards.all().stream()
                .filter(card -> begun.stream().noneMatch(one -> one.id().equals(card.id())))
                .toList();
        var flaws = new ArrayList<String>();
        begun.forEach(one -> compare(one, flaws));
        if (!kept.isEmpty()) {
            others.stream()
                    .filter(card -> !card.begin().isAfter(now))
                    .filter(Predicate.not(this::hasPaid))
                    .map(card -> tooEarly(card, now))
                    .forEach(flaws::add);
        }
        if (!flaws.isEmpty()) {
            throw new RateCardsRefused("tandem.desk.pay.rate-cards", flaws);
        }
        keep(others, now);
    }

    private void compare(Kept kept, List<String> flaws) {
        var card = cards.all().stream()
                .filter(one -> one.id().equals(kept.id()))
                .findFirst()
                .orElse(null);
        if (card == null) {
            flaws.add("Rate card %s has begun and is not in the file: kept is \"%s\". %s"
                    .formatted(kept.id(), kept.content(), REMEDY));
        } else if (!card.toString().equals(kept.content())) {
            flaws.add("Rate card %s has begun and is not what it was: %s. %s"
                    .formatted(kept.id(), difference(parts(kept.content()), parts(card.toString())), REMEDY));
        }
    }

    /** The first part that is another one: a row, some hours, the bonus, or what comes before them. */
    private static String difference(List<String> kept, List<String> now) {
        return IntStream.range(0, Math.max(kept.size(), now.size()))
                .filter(i -> !Objects.equals(part(kept, i), part(now, i)))
                .mapToObj(i -> "kept is \"%s\", the file has \"%s\"".formatted(part(kept, i), part(now, i)))
                .findFirst()
                .orElse("");
    }

    private static List<String> parts(String content) {
        return List.of(content.split("(?=(Hours|Row|Bonus)\\[)"));
    }

    private static String part(List<String> parts, int i) {
        return i < parts.size() ? parts.get(i).replaceFirst(", $", "") : "nothing";
    }

    private static String tooEarly(RateCard card, Instant now) {
        var tomorrow = now.atZone(card.zone()).toLocalDate().plusDays(1);
        return "Rate card %s: valid-from is %s, but a new card has to begin in the future, on %s or later."
                .formatted(card.id(), card.validFrom(), tomorrow);
    }

    /** Versions before this one did not keep a card that began while they ran. */
    private boolean hasPaid(RateCard card) {
        return database.sql("select count(*) from pay_entry where card = ?")
                        .param(card.id())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** What has not begun may be changed and withdrawn. */
    private void keep(List<RateCard> others, Instant now) {
        database.sql("delete from pay_rate_card where begins_at > ?")
                .param(Timestamp.from(now))
                .update();
        others.forEach(card -> keep(card, now));
    }

    private void keep(RateCard card, Instant now) {
        try {
            database.sql("insert into pay_rate_card (id, content, kept_at, begins_at) values (?, ?, ?, ?)")
                    .params(card.id(), card.toString(), Timestamp.from(now), Timestamp.from(card.begin()))
                    .update();
        } catch (DuplicateKeyException faster) {
            // another application starts just now, with the same file
        }
    }

    private List<Kept> kept() {
        return database.sql("select id, content, begins_at from pay_rate_card order by begins_at, id")
                .query((row, number) -> new Kept(
                        row.getString("id"),
                        row.getString("content"),
                        row.getTimestamp("begins_at").toInstant()))
                .list();
    }
}
