package org.tandem.desk.waiting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.tandem.inquiry.Waits.Wait;

/**
 * Generated load: customers come by day more often than by night, people come and go, and one case takes longer than another
 * (lognormally). Who came first is served first.
 */
final class Queue {

    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final double MEDIAN_HANDLING = 420;
    private static final double SPREAD = 0.8;

    private final Random random;
    private final List<Wait> waits = new ArrayList<>();
    private final List<Instant> begun = new ArrayList<>();

    Queue(long seed) {
        random = new Random(seed);
    }

    List<Wait> serves(int customers, double load) {
        var freeAt = new double[6];
        var at = 0.0;
        for (var i = 0; i < customers; i++) {
            at += -Math.log(1 - random.nextDouble()) / arrivalsPerSecond(at, load);
            var agent = firstFree(freeAt, at);
            var begins = Math.max(at, freeAt[agent]);
            var ends = begins + MEDIAN_HANDLING * Math.exp(SPREAD * random.nextGaussian());
            freeAt[agent] = ends;
            begun.add(moment(begins));
            waits.add(new Wait("key:" + i, moment(at), moment(ends), "agent-" + agent));
        }
        return waits;
    }

    /** When somebody took this customer's case. */
    Instant begun(int customer) {
        return begun.get(customer);
    }

    /** As it was known then. */
    static List<Wait> known(List<Wait> waits, Instant now) {
        return waits.stream()
                .filter(wait -> !wait.since().isAfter(now))
                .map(wait -> wait.until() != null && wait.until().isAfter(now)
                        ? new Wait(wait.conversationKey(), wait.since(), null, null)
                        : wait)
                .toList();
    }

    private static double arrivalsPerSecond(double at, double load) {
        var hour = at / 3600 % 24;
        var people = people(hour);
        var mean = MEDIAN_HANDLING * Math.exp(SPREAD * SPREAD / 2);
        return load * people / mean * (1 + 0.25 * Math.sin(at / 5400));
    }

    private static int people(double hour) {
        return hour >= 8 && hour < 18 ? 6 : 3;
    }

    private static int firstFree(double[] freeAt, double at) {
        var there = people(at / 3600 % 24);
        var first = 0;
        for (var agent = 1; agent < there; agent++) {
            if (freeAt[agent] < freeAt[first]) {
                first = agent;
            }
        }
        return first;
    }

    private static Instant moment(double seconds) {
        return START.plus(Duration.ofMillis(Math.round(seconds * 1000)));
    }
}
