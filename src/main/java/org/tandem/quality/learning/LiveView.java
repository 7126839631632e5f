package org.tandem.quality.learning;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the challenger has decided silently beside the champion.
 *
 * @param labelled both on those that people have labelled since
 * @param differing some of those in which customers would have noticed, the newest first
 * @param next where older ones begin; null without any
 * @param previous where newer ones begin
 */
record LiveView(
        LiveDecisions.Count count,
        ContestView labelled,
        List<LiveDecision> differing,
        @Nullable Integer next,
        @Nullable Integer previous) {

    public String counted() {
        return "%d live inquiries since the challenger is there: the champion answered or would have answered %s of them, the challenger would have answered %s. People have labelled %d."
                .formatted(count.all(), share(count.champions()), share(count.challengers()), count.labelled());
    }

    private String share(int some) {
        return count.all() == 0 ? "none" : "%d (%.1f %%)".formatted(some, 100.0 * some / count.all());
    }
}
