package org.tandem.desk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What reviewers said of people's answers; that is for whoever keeps the reviews to say. It is for reading: offers, pay and who comes
 * first do not hang on it.
 */
public interface ReviewedAnswers {

    /**
     * A review. Whose it is is not said.
     *
     * @param number of the case
     * @param verdict in words, such as <i>Wrong, incomplete</i>
     * @param note what the reviewer wrote, null if nothing
     */
    record Said(
            String number,
            Instant answeredAt,
            Instant reviewedAt,
            String verdict,
            @Nullable String note) {}

    /** Of answers that this person gave, the latest review first. */
    List<Said> of(String agent, int most);

    /** Whose answers were reviewed, by name. */
    List<String> people();
}
