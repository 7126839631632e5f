package org.tandem.inquiry;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How satisfied the customer is, from 1 to 5, and why. */
@Embeddable
public record Rating(
        @Column(name = "rating_score") int score,
        @Column(name = "rating_comment") @Nullable String comment,
        @Column(name = "rated_at") Instant at) {

    public Rating {
        if (score < 1 || score > 5) {
            throw new IllegalArgumentException("A rating is from 1 to 5, not %d".formatted(score));
        }
        comment = comment == null || comment.isBlank() ? null : Texts.comment(comment);
    }
}
