package org.tandem.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/** Lets each address do something a number of times in a period, and refuses the rest with {@link TooOften}. Knows the latest clients only. */
public final class ClientLimit {

    private static final int CLIENTS = 100_000;

    private final int times;
    private final Duration period;
    private final Cache<String, Bucket> buckets;

    /** @param times how often; 0 means without a limit */
    public ClientLimit(int times, Duration period) {
        this.times = times;
        this.period = period;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(CLIENTS)
                .expireAfterAccess(period)
                .build();
    }

    public void count(String address) {
        if (times <= 0) {
            return;
        }
        var probe = buckets.get(Network.of(address), client -> full()).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new TooOften(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    /** What was counted does not count after all. */
    public void giveBack(String address) {
        var bucket = buckets.getIfPresent(Network.of(address));
        if (bucket != null) {
            bucket.addTokens(1);
        }
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(times).refillGreedy(times, period))
                .build();
    }
}
