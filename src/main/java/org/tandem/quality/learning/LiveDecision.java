package org.tandem.quality.learning;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tandem.quality.statistics.PairedCases.PairedCase;
import org.tandem.quality.statistics.PairedCases.Result;

/**
 * What champion and challenger made of the same live inquiry: the one decided, the other would have.
 *
 * @param number of the inquiry, as people know it; null while quality has not counted it
 * @param said what people say it is about: a topic's id, empty for none of them, null if they have not said it
 * @param weight for how many decisions a label stands
 */
record LiveDecision(
        @Nullable String number,
        Instant at,
        Side champion,
        Side challenger,
        @Nullable String said,
        double weight) {

    /**
     * @param topic null if none was recognised
     * @param right whether it is the topic and its answer is right; false if nobody has said so
     */
    record Side(@Nullable String topic, boolean answers, boolean right) {

        Result result() {
            return !answers ? Result.HANDED_OVER : right ? Result.RIGHT : Result.WRONG;
        }

        /** The decision in words. */
        public String inWords() {
            return answers ? "answers about " + topic : topic == null ? "a person" : "a person (%s?)".formatted(topic);
        }
    }

    PairedCase pair() {
        return new PairedCase(champion.result(), challenger.result(), 1 / weight);
    }

    /** What people say it is about. */
    public String saidInWords() {
        return said == null ? "" : said.isEmpty() ? "none of the topics" : said;
    }
}
