package org.tandem.inquiry;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was said, in order. A step of the process or a request of the customer says something once, however often it is repeated. */
@Embeddable
class Conversation {

    private static final String CUSTOMER_KEY = "customer-key:";
    private static final Duration DOUBLE_CLICK = Duration.ofMinutes(1);

    @ElementCollection
    @CollectionTable(name = "inquiry_message", joinColumns = @JoinColumn(name = "inquiry_id"))
    @OrderColumn(name = "position")
    private List<Line> lines = new ArrayList<>();

    /** Says it unless this step already did. */
    UUID say(String stepKey, Author author, String text, Instant at, List<Source> sources) {
        return find(stepKey).orElseGet(() -> {
            var id = UUID.randomUUID();
            lines.add(new Line(id, stepKey, author, text, at, sources));
            return id;
        });
    }

    UUID write(String text, @Nullable String key, Instant at) {
        return say(key == null ? "customer:" + lines.size() : CUSTOMER_KEY + key, Author.CUSTOMER, text, at, List.of());
    }

    Optional<UUID> find(String stepKey) {
        return line(stepKey).map(Line::messageId);
    }

    /**
     * The message that this one repeats: the one with the same key, or without a key the same text sent again within a
     * minute and before any answer. A key that came with another text is refused.
     */
    Optional<UUID> repeated(String text, @Nullable String key, Instant at) {
        if (key != null) {
            var before = line(CUSTOMER_KEY + key);
            if (before.filter(line -> !line.text().equals(text)).isPresent()) {
                throw new IdempotencyConflict();
            }
            return before.map(Line::messageId);
        }
        return lastSaid()
                .filter(line -> line.author() == Author.CUSTOMER
                        && line.text().equals(text)
                        && line.at().plus(DOUBLE_CLICK).isAfter(at))
                .map(Line::messageId);
    }

    int customerMessages() {
        return (int)
                lines.stream().filter(line -> line.author() == Author.CUSTOMER).count();
    }

    boolean isLastAnswer(UUID message) {
        return lines.reversed().stream()
                .filter(line -> line.author() == Author.AI || line.author() == Author.PERSON)
                .findFirst()
                .filter(line -> line.messageId().equals(message))
                .isPresent();
    }

    boolean answeredSince(Instant moment) {
        return lines.stream()
                .anyMatch(line -> (line.author() == Author.AI || line.author() == Author.PERSON)
                        && line.at().isAfter(moment));
    }

    List<Message> messages() {
        return lines.stream().map(Line::toMessage).toList();
    }

    private Optional<Line> line(String stepKey) {
        return lines.stream().filter(line -> line.stepKey().equals(stepKey)).findFirst();
    }

    private Optional<Line> lastSaid() {
        return lines.reversed().stream()
                .filter(line -> line.author() != Author.SYSTEM)
                .findFirst();
    }
}
