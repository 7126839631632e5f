package org.tandem.quality.backtest;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became known about the answer that the AI had for an inquiry.
 *
 * @param wrong whether that answer was wrong; null if nobody can tell
 * @param topic what the inquiry was about, as a person said: empty for none of the topics, null if nobody said
 * @param drawn with which probability, in [0, 1], somebody was to look: 1 where it is known without a draw, less where an audit decided
 *     about it, 0 where nobody could be expected to look
 */
record Known(@Nullable Boolean wrong, @Nullable String topic, double drawn) {

    static final Known NOTHING = new Known(null, null, 0);

    /**
     * Whether an answer about a topic would be wrong; null if nobody can tell.
     *
     * @param before the topic of the answer that was looked at
     */
    @Nullable
    Boolean isWrong(@Nullable String answered, @Nullable String before) {
        if (wrong != null && Objects.equals(answered, before)) {
            return wrong;
        }
        if (topic != null) {
            return !topic.equals(answered);
        }
        return Boolean.FALSE.equals(wrong) ? Boolean.TRUE : null;
    }
}
