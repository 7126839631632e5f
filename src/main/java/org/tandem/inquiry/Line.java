package org.tandem.inquiry;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A message as stored: {@code stepKey} names the step it comes from and is unique in its inquiry, so nothing is said twice. */
@Embeddable
record Line(
        UUID messageId,
        String stepKey,

        @Enumerated(EnumType.STRING) @JdbcTypeCode(SqlTypes.VARCHAR)
        Author author,

        String text,
        @Column(name = "said_at") Instant at,
        @Convert(converter = SourcesAsJson.class) List<Source> sources) {

    Message toMessage() {
        return new Message(messageId, author, text, at, sources);
    }
}
