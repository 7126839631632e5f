package org.tandem.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Keeps what people type while they type it, one draft for each task and person. What does not fit the form yet is kept as it is. */
@Service
public class Drafts {

    public static final int LONGEST = Entries.LONGEST;

    /** Drafts of tasks that were completed elsewhere stay to be read, but not for ever: they can be about customers. */
    private static final Duration KEPT = Duration.ofDays(14);

    private final TaskDrafts drafts;
    private final Clock clock;

    Drafts(TaskDrafts drafts, Clock clock) {
        this.drafts = drafts;
        this.clock = clock;
    }

    /**
     * A draft as it is kept.
     *
     * @param content a JSON object of what is in the form's fields
     */
    public record Draft(String content, int revision, Instant savedAt) {}

    /** What became of a draft that was to be kept. */
    public sealed interface Keeping {

        record Kept(int revision) implements Keeping {}

        /** Another window of the same person has kept something else since; that stays. */
        record ChangedElsewhere(Draft draft) implements Keeping {}
    }

    public Optional<Draft> of(long taskKey, String agent) {
        return drafts.findById(new TaskDraft.Id(taskKey, agent)).map(TaskDraft::draft);
    }

    /** Keeps a draft that was made from the revision {@code seen}, 0 if there was none. */
    public Keeping keep(long taskKey, String agent, String content, int seen) {
        var id = new TaskDraft.Id(taskKey, agent);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (drafts.change(id, seen, content, now) == 1) {
            return new Keeping.Kept(seen + 1);
        }
        return of(taskKey, agent).<Keeping>map(Keeping.ChangedElsewhere::new).orElseGet(() -> first(id, content, now));
    }

    /** What was sent is not a draft any more; those of others stay to be read. */
    public void forget(long taskKey, String agent) {
        drafts.delete(new TaskDraft.Id(taskKey, agent));
    }

    @Scheduled(cron = "0 30 3 * * *", zone = "UTC")
    void forgetOld() {
        drafts.deleteOlderThan(clock.instant().minus(KEPT));
    }

    private Keeping first(TaskDraft.Id id, String content, Instant now) {
        try {
            return new Keeping.Kept(
                    drafts.save(new TaskDraft(id, content, now)).draft().revision());
        } catch (DataIntegrityViolationException another) {
            return new Keeping.ChangedElsewhere(
                    drafts.findById(id).map(TaskDraft::draft).orElseThrow(() -> another));
        }
    }
}
