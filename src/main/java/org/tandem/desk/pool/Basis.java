package org.tandem.desk.pool;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tandem.desk.pool.allocation.Decision;
import org.tandem.desk.pool.allocation.Previous;
import org.tandem.desk.pool.allocation.Rules;
import org.tandem.desk.pool.allocation.Score;
import org.tandem.desk.pool.allocation.WaitingTask;

/**
 * All that an offer was decided by, as it is kept with it.
 *
 * @param previousAgent who answered this customer before
 * @param previous why it is only for that one, or why not; null where it was not kept yet
 * @param others who could have had it, the nearest first
 * @param furtherOthers how many more there were, who are not kept because none of them was nearer
 */
public record Basis(
        Set<String> skills,
        int priority,
        Instant waitingSince,
        @Nullable Instant dueAt,
        @Nullable String previousAgent,
        Set<String> notFor,
        Rules rules,
        double meanRate,
        boolean becauseBefore,
        @Nullable Previous previous,
        Score chosen,
        List<Score> others,
        int furtherOthers) {

    static final int MOST_OTHERS = 500;

    static Basis of(WaitingTask task, Decision.Offer decision, Rules rules) {
        var others = decision.others().stream()
                .sorted(Comparator.comparingDouble(Score::total).reversed().thenComparing(Score::agent))
                .limit(MOST_OTHERS)
                .toList();
        return new Basis(
                new TreeSet<>(task.skills()),
                task.priority(),
                task.waitingSince(),
                task.dueAt(),
                task.previousAgent(),
                new TreeSet<>(task.notFor()),
                rules,
                decision.meanRate(),
                decision.becauseBefore(),
                decision.previous(),
                decision.chosen(),
                others,
                decision.others().size() - others.size());
    }
}
