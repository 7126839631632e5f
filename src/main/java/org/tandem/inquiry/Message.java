package org.tandem.inquiry;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One message of a conversation, as the customer sees it. */
public record Message(UUID id, Author author, String text, Instant at, List<Source> sources) {

    public Message {
        sources = List.copyOf(sources);
    }
}
