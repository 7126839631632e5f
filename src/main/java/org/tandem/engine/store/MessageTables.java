package org.tandem.engine.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandem.engine.state.Correlation;
import org.tandem.engine.state.JsonValue;
import org.tandem.engine.state.Message;
import org.tandem.engine.state.Subscription;
import org.tandem.engine.state.Timer;

/** What process instances wait for, and what reaches them. */
final class MessageTables {

    static final Table<Subscription> SUBSCRIPTION = Table.of(Subscription.class, "subscription")
            .code("kind", Subscription::kind)
            .number("element", Subscription::element)
            .number("process_instance", Subscription::processInstance)
            .text("name", Subscription::name)
            .text("correlation_key", Subscription::correlationKey)
            .changing()
            .number("definition", Subscription::definition)
            .text("element_id", Subscription::elementId)
            .code("state", Subscription::state)
            .number("updated_at", Subscription::updatedAt)
            .activeInInstancesWhere("t.state = 'CREATED'")
            .read(row -> new Subscription(
                    row.number("id"),
                    row.code(Subscription.Kind.class, "kind"),
                    row.number("element"),
                    row.number("process_instance"),
                    row.number("definition"),
                    row.text("element_id"),
                    row.text("name"),
                    row.text("correlation_key"),
                    row.code(Subscription.State.class, "state"),
                    row.number("updated_at")));

    static final Table<Correlation> CORRELATION = Table.of(Correlation.class, "correlation")
            .number("message", Correlation::message)
            .optional("subscription", Correlation::subscription)
            .number("element", Correlation::element)
            .number("process_instance", Correlation::processInstance)
            .number("definition", Correlation::definition)
            .text("element_id", Correlation::elementId)
            .text("name", Correlation::name)
            .text("correlation_key", Correlation::correlationKey)
            .number("correlated_at", Correlation::at)
            .read(row -> new Correlation(
                    row.number("id"),
                    row.number("message"),
                    row.number("subscription"),
                    row.number("element"),
                    row.number("process_instance"),
                    row.number("definition"),
                    row.text("element_id"),
                    row.text("name"),
                    row.text("correlation_key"),
                    row.number("correlated_at")));

    static final Table<Message> MESSAGE = Table.of(Message.class, "message")
            .text("name", Message::name)
            .text("correlation_key", Message::correlationKey)
            .text("message_id", Message::messageId)
            .number("published_at", Message::publishedAt)
            .number("deadline", Message::deadline)
            .changing()
            .optional("expired_at", Message::expiredAt)
            .detail(message -> new Content(message.variables(), message.heardBy()))
            .activeWhere("t.expired_at is null")
            .read(row -> row.detail(Content.class).message(row));

    static final Table<Timer> TIMER = Table.of(Timer.class, "timer")
            .optional("element", Timer::element)
            .text("cycle", Timer::cycle)
            .changing()
            .number("definition", Timer::definition)
            .text("element_id", Timer::elementId)
            .number("due", Timer::due)
            .count("repetitions", Timer::repetitions)
            .activeWhere("true")
            .read(row -> new Timer(
                    row.number("id"),
                    row.number("element"),
                    row.number("definition"),
                    row.text("element_id"),
                    row.number("due"),
                    row.optional("cycle"),
                    row.count("repetitions")));

    private MessageTables() {}

    private record Content(
            @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
            Map<String, JsonValue> variables,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonDeserialize(as = LinkedHashSet.class) @Nullable
            Set<String> heardBy) {

        Message message(Row row) {
            return new Message(
                    row.number("id"),
                    row.text("name"),
                    row.text("correlation_key"),
                    row.text("message_id"),
                    variables == null ? Map.of() : variables,
                    heardBy == null ? Set.of() : heardBy,
                    row.number("published_at"),
                    row.number("deadline"),
                    row.number("expired_at"));
        }
    }
}
