package org.tandem.desk.pay;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandem.desk.pay.RateCard.Bonus;

/** Reads rate cards from YAML, and refuses those by which something would have no price, or two. */
final class RateCardReader {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final int LONGEST_ID = 40;
    private static final Set<String> FIELDS =
            Set.of("id", "valid-from", "zone", "currency", "hours", "prices", "bonus");

    private RateCardReader() {}

    /**
     * The oldest first.
     *
     * @throws RateCardsRefused with all that is wrong
     */
    static List<RateCard> read(String file, byte[] content) {
        var flaws = new ArrayList<String>();
        var cards = cards(content, flaws);
        if (flaws.isEmpty()) {
            apart(cards, flaws);
        }
        if (!flaws.isEmpty()) {
            throw new RateCardsRefused(file, flaws);
        }
        return cards;
    }

    private static List<RateCard> cards(byte[] content, List<String> flaws) {
        try {
            var root = YAML.readTree(content);
            if (root == null || !root.isArray() || root.isEmpty()) {
                flaws.add("There is no rate card in the file: it has to be a list of at least one.");
                return List.of();
            }
            var cards = new ArrayList<RateCard>();
            for (var node : root) {
                var name = node.path("id").asText("");
                var card = card(new Fields("Rate card " + (name.isBlank() ? cards.size() + 1 : name), node, flaws));
                if (card != null) {
                    cards.add(card);
                }
            }
            cards.sort(Comparator.comparing(RateCard::begin));
            return cards;
        } catch (JsonProcessingException e) {
            var where = e.getLocation();
            flaws.add("The file is no YAML%s: %s."
                    .formatted(where == null ? "" : " at line " + where.getLineNr(), e.getOriginalMessage()));
        } catch (IOException e) {
            flaws.add("The file cannot be read: %s.".formatted(e.getMessage()));
        }
        return List.of();
    }

    private static @Nullable RateCard card(Fields fields) {
        fields.only(FIELDS);
        var id = fields.text("id");
        if (id != null && id.length() > LONGEST_ID) {
            fields.flaw("id", id, "at most %d characters long".formatted(LONGEST_ID));
        }
        var validFrom = fields.parsed("valid-from", "a day such as 2026-01-31", LocalDate::parse);
        var zone = fields.parsed("zone", "a time zone such as Europe/Stockholm", ZoneId::of);
        var currency = fields.currency();
        var hours = Week.read(fields);
        if (currency == null) {
            return null;
        }
        var rows = PriceRows.read(fields, currency, hours);
        var bonus = bonus(fields.inner("bonus"), currency);
        return id == null || validFrom == null || zone == null || bonus == null
                ? null
                : new RateCard(id, validFrom, zone, currency, hours, rows, bonus);
    }

    private static @Nullable Bonus bonus(Fields fields, Currency currency) {
        fields.only(Set.of("amount", "window", "rating"));
        var amount = fields.money("amount", currency);
        var window = fields.parsed("window", "a time such as P7D for seven days", Duration::parse);
        var rating = fields.parsed("rating", "a number from 1 to 5", Integer::valueOf);
        if (window != null && (window.isNegative() || window.isZero())) {
            fields.flaw("window", window, "longer than nothing, such as P7D");
        }
        if (rating != null && (rating < 1 || rating > 5)) {
            fields.flaw("rating", rating, "a number from 1 to 5");
        }
        return amount == null || window == null || rating == null ? null : new Bonus(amount, window, rating);
    }

    private static void apart(List<RateCard> cards, List<String> flaws) {
        var ids = new HashSet<String>();
        cards.stream()
                .filter(card -> !ids.add(card.id()))
                .forEach(card -> flaws.add("Two rate cards have the id %s: give each its own.".formatted(card.id())));
        for (int i = 1; i < cards.size(); i++) {
            if (Objects.equals(cards.get(i).begin(), cards.get(i - 1).begin())) {
                flaws.add("The rate cards %s and %s begin at the same moment: one of them has to begin on another day."
                        .formatted(cards.get(i - 1).id(), cards.get(i).id()));
            }
        }
    }
}
