package org.tandem.staff.accounts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tandem.limits.Network;
import org.tandem.staff.StaffSettings;
import org.tandem.staff.StaffSettings.LockOut;

/**
 * Failed tries to sign in, counted for names that nobody has just as for others. Too many in a row lock a name for the address that they came from,
 * so nobody is kept out by what others try. From all addresses together a name can only be guessed at slowly, which does not concern those
 * from which its owner has signed in before.
 */
@Component
class FailedTries {

    private static final int NAMES = 100_000;
    private static final int LONGEST_NAME = 60;
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final LockOut limit;
    private final Clock clock;
    private final Cache<Client, Tries> inARow;
    private final Cache<String, Bucket> fromAnywhere;
    private final Cache<Client, Instant> known;

    FailedTries(StaffSettings settings, Clock clock) {
        this.limit = settings.lockOut();
        this.clock = clock;
        this.inARow = remembering(limit.time());
        this.fromAnywhere = remembering(limit.time());
        this.known = remembering(REMEMBERED);
    }

    private record Client(String name, String network) {

        static Client of(String name, String address) {
            return new Client(shortened(name), Network.of(address));
        }
    }

    /** Counts further than the limit only once, so that trying on does not make the lock longer. */
    private record Tries(int count, Instant last) {}

    /** Counts a try as failed until it {@link #succeeded}, so that tries at the same moment count too. */
    boolean mayTry(String name, String address) {
        var client = Client.of(name, address);
        if (isLocked(inARow.getIfPresent(client))
                || !isKnown(client) && !bucket(client).tryConsume(1)) {
            return false;
        }
        return inARow.asMap().compute(client, (key, before) -> next(before)).count() <= limit.tries();
    }

    void succeeded(String name, String address) {
        var client = Client.of(name, address);
        inARow.invalidate(client);
        if (!isKnown(client)) {
            bucket(client).addTokens(1);
        }
        known.put(client, clock.instant());
    }

    /** With a new password all begins anew, also for who found out the one before. */
    void forget(String name) {
        fromAnywhere.invalidate(shortened(name));
        inARow.asMap().keySet().removeIf(client -> client.name().equals(shortened(name)));
        known.asMap().keySet().removeIf(client -> client.name().equals(shortened(name)));
    }

    /** By name until when it is locked for some address. */
    Map<String, Instant> locks() {
        return inARow.asMap().entrySet().stream()
                .filter(entry -> isLocked(entry.getValue()))
                .collect(Collectors.toMap(
                        entry -> entry.getKey().name(),
                        entry -> entry.getValue().last().plus(limit.time()),
                        BinaryOperator.maxBy(Comparator.<Instant>naturalOrder())));
    }

    private Tries next(@Nullable Tries before) {
        if (before == null || isOver(before)) {
            return new Tries(1, clock.instant());
        }
        return before.count() < limit.tries()
                ? new Tries(before.count() + 1, clock.instant())
                : new Tries(limit.tries() + 1, before.last());
    }

    private boolean isLocked(@Nullable Tries tries) {
        return tries != null && tries.count() >= limit.tries() && !isOver(tries);
    }

    private boolean isOver(Tries tries) {
        return !clock.instant().isBefore(tries.last().plus(limit.time()));
    }

    private boolean isKnown(Client client) {
        return known.getIfPresent(client) != null;
    }

    private Bucket bucket(Client client) {
        return fromAnywhere.get(
                client.name(),
                name -> Bucket.builder()
                        .addLimit(slow ->
                                slow.capacity(limit.fromAnywhere()).refillGreedy(limit.fromAnywhere(), limit.time()))
                        .withCustomTimePrecision(new TimeByClock(clock))
                        .build());
    }

    private <K, V> Cache<K, V> remembering(Duration time) {
        return Caffeine.newBuilder()
                .maximumSize(NAMES)
                .expireAfterWrite(time)
                .ticker(() -> TimeByClock.nanos(clock))
                .build();
    }

    /** Whatever somebody sends as a name; none that is longer exists. */
    private static String shortened(String name) {
        return name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }
}
