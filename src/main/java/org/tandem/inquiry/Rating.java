package org.tandem.inquiry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How satisfied the customer is, from 1 to 5, and why. */
public record Rating(int score, @Nullable String comment, Instant at) {

    public Rating {
        if (score < 1 || score > 5) {
            throw new IllegalArgumentException("A rating is from 1 to 5, not %d".formatted(score));
        }
        comment = comment == null || comment.isBlank() ? null : Texts.comment(comment);
    }
}
