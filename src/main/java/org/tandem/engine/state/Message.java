package org.tandem.engine.state;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * A published message, buffered until its deadline.
 *
 * @param messageId unique while the message lives; empty if the sender gave none
 * @param heardBy the ids of the processes that it has been correlated to, each once
 * @param expiredAt when it was taken out of the buffer
 */
public record Message(
        long key,
        String name,
        String correlationKey,
        String messageId,
        Map<String, JsonValue> variables,
        Set<String> heardBy,
        long publishedAt,
        long deadline,
        long expiredAt)
        implements Entity {

    @Override
    public boolean isFinished() {
        return expiredAt != 0;
    }

    public Message heardBy(String processId) {
        var next = new LinkedHashSet<>(heardBy);
        next.add(processId);
        return new Message(key, name, correlationKey, messageId, variables, next, publishedAt, deadline, expiredAt);
    }

    public Message expired(long at) {
        return new Message(key, name, correlationKey, messageId, variables, heardBy, publishedAt, deadline, at);
    }
}
