package org.tandem.desk.pool.simulation;

import java.time.Instant;
import java.util.Set;
import org.tandem.desk.pool.allocation.Candidate;

/** An agent of the simulation, and how their day goes. */
final class Worker {

    final int number;
    final String name;
    final Set<String> skills;
    final String group;
    final int cap;

    private boolean there;
    private long since;
    private long availableSeconds;
    private long busySeconds;
    private long countedAt;
    private long idleSince;
    private int load;
    private int accepted;
    private int offers;
    private long pay;
    private Candidate seen;

    Worker(int number, Set<String> skills, int cap) {
        this.number = number;
        this.name = "agent-%05d".formatted(number);
        this.skills = skills;
        this.group = String.join("+", skills.stream().sorted().toList());
        this.cap = cap;
        this.seen = candidate(0);
    }

    boolean hasRoom() {
        return there && load < cap;
    }

    boolean isThere() {
        return there;
    }

    int load() {
        return load;
    }

    long idleSince() {
        return idleSince;
    }

    Candidate candidate() {
        return seen;
    }

    void comes(long now) {
        there = true;
        since = now;
        idleSince += now - countedAt;
        countedAt = now;
        seen = candidate(now);
    }

    void goes(long now) {
        count(now);
        there = false;
    }

    void offered(long now) {
        count(now);
        offers++;
        load++;
        idleSince = now;
        seen = candidate(now);
    }

    void accepts(int price, long now) {
        accepted++;
        pay += price;
        seen = candidate(now);
    }

    /** Of an offer or of work. */
    void isFree(long now) {
        count(now);
        load--;
        seen = candidate(now);
    }

    void count(long now) {
        if (there) {
            availableSeconds += now - since;
            busySeconds += load > 0 ? now - since : 0;
            since = now;
        } else {
            busySeconds += 0;
        }
        countedAt = now;
    }

    long availableSeconds() {
        return availableSeconds;
    }

    long busySeconds() {
        return busySeconds;
    }

    double offersPerHour() {
        return offers * 3600.0 / availableSeconds;
    }

    double payPerHour() {
        return pay * 3600.0 / availableSeconds;
    }

    private Candidate candidate(long now) {
        return new Candidate(
                name,
                skills,
                cap,
                load,
                Instant.ofEpochSecond(idleSince),
                accepted,
                Instant.ofEpochSecond(now - availableSeconds));
    }
}
