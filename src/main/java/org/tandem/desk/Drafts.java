package org.tandem.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps what people type while they type it, one draft for each task and person. What does not fit the form yet is kept as it is. Of two
 * windows of the same person nothing is lost either: what is not gone on with is set aside, and goes with the draft.
 */
@Service
public class Drafts {

    public static final int LONGEST = Entries.LONGEST;

    /** Texts that one person can have set aside for one task. */
    public static final int MOST_ASIDE = 10;

    /** The name of a window that gives none. */
    public static final String A_WINDOW = "window";

    /** Drafts of tasks that were completed elsewhere stay to be read, but not for ever: they can be about customers. */
    private static final Duration KEPT = Duration.ofDays(14);

    private final TaskDrafts drafts;
    private final DraftsAside asides;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Drafts(TaskDrafts drafts, DraftsAside asides, TransactionTemplate transactions, Clock clock) {
        this.drafts = drafts;
        this.asides = asides;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * A draft as it is kept.
     *
     * @param content a JSON object of what is in the form's fields
     */
    public record Draft(String content, int revision, Instant savedAt) {}

    /**
     * A text that is not gone on with.
     *
     * @param window the window that it is set aside for
     * @param content as that of a draft
     */
    public record Aside(String window, String content, Instant savedAt) {}

    /** What became of a draft that was to be kept. */
    public sealed interface Keeping {

        record Kept(int revision) implements Keeping {}

        /**
         * Another window of the same person has kept something else since; that stays.
         *
         * @param isSetAside whether what was to be kept is set aside, false if {@link #MOST_ASIDE} texts are already
         */
        record ChangedElsewhere(Draft draft, boolean isSetAside) implements Keeping {}
    }

    public Optional<Draft> of(long taskKey, String agent) {
        return drafts.findById(new TaskDraft.Id(taskKey, agent)).map(TaskDraft::draft);
    }

    /** What is set aside for this task and person, the oldest first. */
    public List<Aside> aside(long taskKey, String agent) {
        return asides.of(new TaskDraft.Id(taskKey, agent));
    }

    /**
     * Keeps a draft that was made from the revision {@code seen}, 0 if there was none. If another window has kept something else since, this
     * one is set aside under the name of its window, which replaces what was set aside under that. When it is kept later all the same,
     * the draft that it replaces is set aside instead of it.
     */
    public Keeping keep(long taskKey, String agent, String content, int seen, String window) {
        var id = new TaskDraft.Id(taskKey, agent);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (changes(id, content, seen, window, now)) {
            return new Keeping.Kept(seen + 1);
        }
        return of(taskKey, agent)
                .map(draft -> elsewhere(id, draft, content, window, now))
                .orElseGet(() -> first(id, content, window, now));
    }

    public void drop(long taskKey, String agent, String window) {
        asides.drop(new TaskDraft.Id(taskKey, agent), window);
    }

    /** What was sent is not a draft any more; those of others stay to be read. */
    public void forget(long taskKey, String agent) {
        var id = new TaskDraft.Id(taskKey, agent);
        drafts.delete(id);
        asides.drop(id);
    }

    @Scheduled(cron = "0 30 3 * * *", zone = "UTC")
    void forgetOld() {
        var then = clock.instant().minus(KEPT);
        drafts.deleteOlderThan(then);
        asides.dropOlderThan(then);
    }

    private boolean changes(TaskDraft.Id id, String content, int seen, String window, Instant now) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            var before = drafts.findById(id).map(TaskDraft::draft);
            if (before.isEmpty() || before.get().revision() != seen || drafts.change(id, seen, content, now) != 1) {
                return false;
            }
            asides.replace(id, window, before.get().content(), now);
            return true;
        }));
    }

    private Keeping elsewhere(TaskDraft.Id id, Draft draft, String content, String window, Instant now) {
        return draft.content().equals(content)
                ? new Keeping.Kept(draft.revision())
                : new Keeping.ChangedElsewhere(draft, asides.put(id, window, content, now));
    }

    private Keeping first(TaskDraft.Id id, String content, String window, Instant now) {
        try {
            return new Keeping.Kept(
                    drafts.save(new TaskDraft(id, content, now)).draft().revision());
        } catch (DataIntegrityViolationException another) {
            return drafts.findById(id)
                    .map(draft -> elsewhere(id, draft.draft(), content, window, now))
                    .orElseThrow(() -> another);
        }
    }
}
