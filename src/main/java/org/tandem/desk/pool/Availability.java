package org.tandem.desk.pool;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who is available. Only they themselves change it: neither another device, the end of a session nor a restart does. That somebody has gone
 * without a word is told by offers that they do not answer.
 */
@Service
public class Availability {

    private final PresenceTable table;
    private final ProfileTable profiles;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Availability(PresenceTable table, ProfileTable profiles, TransactionTemplate transaction, Clock clock) {
        this.table = table;
        this.profiles = profiles;
        this.transaction = transaction;
        this.clock = clock;
    }

    public Optional<Presence> of(String agent) {
        return table.find(agent);
    }

    /**
     * Saying the same again changes nothing.
     *
     * @throws PoolRefused if nobody has noted yet what they can do
     */
    public void become(String agent, boolean available) {
        if (profiles.find(agent).isEmpty()) {
            throw new PoolRefused(
                    "available",
                    "You are not in the pool yet, because nobody has noted what you can do. A lead can do that under"
                            + " Pool.");
        }
        while (!changed(agent, available)) {
            Thread.onSpinWait(); // another device was faster
        }
    }

    /** The names of all who are available. */
    public Set<String> available() {
        return table.all().stream()
                .filter(Presence::available)
                .map(Presence::agent)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** They did something. */
    void sign(String agent) {
        table.sign(agent, now());
    }

    private boolean changed(String agent, boolean available) {
        var now = now();
        var before = table.find(agent);
        if (before.isEmpty()) {
            return began(new Presence(agent, available, 0, 0, now, now, 0));
        }
        return before.get().available() == available
                || Boolean.TRUE.equals(transaction.execute(status -> {
                    var won = table.change(before.get(), available, before.get().availableSeconds(now), now);
                    if (won) {
                        table.note(new PresenceTable.Change(agent, available, now));
                    }
                    return won;
                }));
    }

    private boolean began(Presence first) {
        try {
            transaction.executeWithoutResult(status -> {
                table.add(first);
                table.note(new PresenceTable.Change(first.agent(), first.available(), first.countedAt()));
            });
            return true;
        } catch (DataIntegrityViolationException faster) {
            return false;
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
