package org.tandem.desk.pay;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What other reviewers said of answers that somebody reviewed, too; that is for whoever keeps the reviews to say. */
@FunctionalInterface
public interface SecondOpinions {

    /**
     * Another reviewer's opinion. Who it was is not said.
     *
     * @param right whether the one who reads this found the answer right
     * @param otherRight whether the other did
     * @param note what the other found wrong or missing, null if nothing
     */
    record Opinion(
            String number,
            boolean right,
            boolean otherRight,
            @Nullable String note) {

        public String inWords() {
            var both = otherRight ? "right" : "wrong";
            return right == otherRight
                    ? "The other reviewer agrees: the answer was %s.".formatted(both)
                    : "You found it %s, the other reviewer %s.".formatted(right ? "right" : "wrong", both);
        }
    }

    /** On what this person reviewed in this time, the latest first. */
    List<Opinion> on(String reviewer, Instant from, Instant to);
}
